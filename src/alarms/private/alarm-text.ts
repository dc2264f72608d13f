import { Token } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { IConstruct } from 'constructs';
import { LIMITS } from '../../facts/limits';
import { ValidationError } from '../../private/errors';
import { renderedOnce } from '../../private/rendered-once';

/** What people who are called read. */
export interface AlarmText {
  /** As users write the alarm, for the address of its runbook. */
  readonly method: string;
  /** What happened and what to do. */
  readonly sentence: string;
  /** Where to look in the console, by what is there. */
  readonly links?: Record<string, string>;
}

/** What a scope says about the links of its alarms. */
export interface ScopeLinks {
  readonly dashboardUrl?: string;
  readonly runbookUrl?: string;
  readonly consoleUrls?: boolean;
}

/** An alarm of either kind. */
export type AnyAlarm = cloudwatch.CfnAlarm | cloudwatch.CfnCompositeAlarm;

/** How long a token may be at deployment: the name of a function has up to 64 characters, that of a queue 80, the address of a console 84. */
const TOKEN_LENGTH = 84;

const TEXTS = new WeakMap<IConstruct, AlarmText>();
const LINKS = new WeakMap<IConstruct, ScopeLinks>();

/** Gives an alarm its description, and again when a scope above it gets links. */
export function describeAlarm(alarm: AnyAlarm, text: AlarmText): void {
  TEXTS.set(alarm, text);
  render(alarm, text);
}

/** Gives the alarms below a scope links: those that exist and those that come. */
export function linkAlarms(scope: IConstruct, links: ScopeLinks): void {
  LINKS.set(scope, { ...LINKS.get(scope), ...links });
  for (const construct of scope.node.findAll()) {
    const text = TEXTS.get(construct);
    if (text) render(construct as AnyAlarm, text);
  }
}

function render(alarm: AnyAlarm, text: AlarmText): void {
  const { dashboardUrl, runbookUrl, consoleUrls = true } = linksFor(alarm);
  const given = lines({ Dashboard: dashboardUrl, Runbook: runbookUrl?.replace('{alarm}', text.method) });
  const description = [text.sentence, ...lines(consoleUrls ? text.links : {}), ...given].join('\n');
  const { max } = LIMITS.alarmDescription;
  if (longest(description) <= max) {
    alarm.alarmDescription = renderedOnce(description, alarm.stack);
    return;
  }
  const short = [text.sentence, ...given].join('\n');
  if (longest(short) > max) {
    throw new ValidationError('AlarmDescriptionTooLong',
      `dashboardUrl and runbookUrl of AlarmLinks make the description of ${text.method}() longer than the ${max} characters that CloudWatch allows, `
      + `${longest(short)} characters: give shorter addresses`, alarm);
  }
  alarm.alarmDescription = renderedOnce(short, alarm.stack);
}

/** The nearest scope that says something has the last word. */
function linksFor(alarm: IConstruct): ScopeLinks {
  return Object.assign({}, ...alarm.node.scopes.map((scope) => LINKS.get(scope)));
}

function lines(links: Record<string, string | undefined> = {}): string[] {
  return Object.entries(links).filter(([, url]) => url !== undefined).map(([name, url]) => `${name}: ${url}`);
}

function longest(text: string): number {
  return text.replace(/\$\{Token\[.*?\]\}/g, 'x'.repeat(TOKEN_LENGTH)).length;
}

/** Whether a text is known at synthesis. */
export function isLiteral(text: string | undefined): text is string {
  return text !== undefined && !Token.isUnresolved(text);
}
