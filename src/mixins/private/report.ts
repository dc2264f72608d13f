import type { IConstruct } from 'constructs';
import type { Refuse } from '../../private/complete-setting';
import type { InfoId } from '../../private/ids';
import { inform } from '../../private/warnings';
import { ErrorHandlingAction, type ErrorHandlingReportEntry } from '../error-handling-report';

/** What a layer has to say of one construct. */
export interface LayerLog {
  readonly refuse: Refuse;
  readonly added: (what: string) => void;
  readonly completed: (what: string) => void;
  readonly left: (why: string) => void;
  readonly skipped: (why: string) => void;
  readonly newLogicalId: (what: string) => void;
  /** The same for another construct. */
  readonly of: (construct: IConstruct) => LayerLog;
}

const IDS: Record<ErrorHandlingAction, InfoId> = {
  [ErrorHandlingAction.ADDED]: 'LambdaErrorHandling.added',
  [ErrorHandlingAction.COMPLETED]: 'LambdaErrorHandling.completed',
  [ErrorHandlingAction.LEFT]: 'LambdaErrorHandling.left',
  [ErrorHandlingAction.SKIPPED]: 'LambdaErrorHandling.skipped',
  [ErrorHandlingAction.NEW_LOGICAL_ID]: 'LambdaErrorHandling.newLogicalId',
};

/** All that a mixin did, in the order it did it. */
export class Report {
  private readonly lines = new Map<string, ErrorHandlingReportEntry>();

  /** @param infos whether each line is an info of CDK too */
  constructor(private readonly infos: boolean) {}

  public get entries(): ErrorHandlingReportEntry[] {
    return [...this.lines.values()];
  }

  /** What a layer can say of a construct. */
  public for(construct: IConstruct, layer: string): LayerLog {
    const say = (action: ErrorHandlingAction) => (message: string) =>
      this.add(construct, { constructPath: construct.node.path, layer, action, message });
    const left = say(ErrorHandlingAction.LEFT);
    return {
      refuse: (error) => left(`${error.name}: ${error.message}`),
      added: say(ErrorHandlingAction.ADDED),
      completed: say(ErrorHandlingAction.COMPLETED),
      left,
      skipped: say(ErrorHandlingAction.SKIPPED),
      newLogicalId: say(ErrorHandlingAction.NEW_LOGICAL_ID),
      of: (other) => this.for(other, layer),
    };
  }

  // A mixin that is applied twice has the same to say.
  private add(construct: IConstruct, entry: ErrorHandlingReportEntry): void {
    const key = Object.values(entry).join('\n');
    if (this.lines.has(key)) return;
    this.lines.set(key, entry);
    if (this.infos) inform(construct, IDS[entry.action], `${entry.layer}: ${entry.action} ${entry.message}`);
  }
}
