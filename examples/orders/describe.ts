import { CfnResource, Stack, type App } from 'aws-cdk-lib';
import { ORDER_ERRORS } from './error-catalog';

interface Resource {
  readonly id: string;
  readonly type: string;
  /** Where it stands in the tree, without the names that constructs give their main resource. */
  readonly name: string;
  /** As the type has them. */
  readonly properties: any;
}

/** Says in plain words what happens to what fails, function by function and queue by queue. */
export function describe(app: App): string {
  const stack = new Description(app.node.findAll().filter(CfnResource.isCfnResource).map(asResource));
  return [
    ...stack.all('AWS::Lambda::Function').map((fn) => stack.function(fn)),
    ...stack.all('AWS::ApiGateway::RestApi').map((api) => stack.api(api)),
    ...stack.all('AWS::SQS::Queue').map((queue) => stack.queue(queue)),
  ].join('\n\n');
}

const MAIN_RESOURCES = ['Resource', 'Function', 'Queue', 'Topic'];

function asResource(resource: CfnResource): Resource {
  const stack = Stack.of(resource);
  const id = stack.resolve(resource.logicalId);
  const path = resource.node.scopes.slice(2).map((scope) => scope.node.id);
  return {
    id,
    type: resource.cfnResourceType,
    name: path.filter((part) => !MAIN_RESOURCES.includes(part)).join('/'),
    properties: stack.resolve(resource._toCloudFormation()).Resources[id].Properties,
  };
}

class Description {
  constructor(private readonly resources: Resource[]) {}

  /** The resources of a type, or those of them that refer to a resource. */
  public all(type: string, about?: Resource): Resource[] {
    return this.resources.filter((resource) => resource.type === type && (!about || mentions(resource.properties, about)));
  }

  public function(fn: Resource): string {
    return paragraph(fn.name, {
      'called by': this.callers(fn),
      'answers': this.answers(fn),
      'retried': this.retries(fn),
      'kept in': [...this.failureTargets(fn), ...this.deliveryTargets(fn)].map((target) => this.nameOf(target)),
      ...this.alarms(fn),
    });
  }

  public api(api: Resource): string {
    return paragraph(`${api.name} (API)`, this.alarms(api));
  }

  public queue(queue: Resource): string {
    return paragraph(`${queue.name} (queue)`, {
      'kept for': [duration(queue.properties.MessageRetentionPeriod ?? 345_600)],
      'then in': this.redriveTargets(queue),
      ...queue.properties.RedrivePolicy ? {} : this.alarms(queue), // where they go then, somebody hears of them
    });
  }

  private callers(fn: Resource): string[] {
    return [
      ...this.all('AWS::ApiGateway::Method', fn).map(({ properties }) => `${properties.HttpMethod} ${this.pathOf(properties.ResourceId)}`),
      ...this.all('AWS::SNS::Subscription', fn).map(({ properties }) => `topic ${this.nameOf(properties.TopicArn)}`),
      ...this.all('AWS::Lambda::EventSourceMapping', fn).map(({ properties }) => `queue ${this.nameOf(properties.EventSourceArn)}`),
      ...this.all('AWS::Events::Rule', fn).map(({ name, properties }) => `rule ${name}, ${properties.ScheduleExpression}`),
    ];
  }

  private answers(fn: Resource): string[] {
    const [method] = this.all('AWS::ApiGateway::Method', fn);
    if (!method) return [];
    return Object.entries(FAILURES).map(([failure, errorMessage]) => `${statusOf(method, errorMessage)} ${failure}`).sort();
  }

  private retries(fn: Resource): string[] {
    return this.all('AWS::Lambda::EventInvokeConfig', fn).map(({ properties }) => {
      const { MaximumRetryAttempts = 2, MaximumEventAgeInSeconds = 21_600 } = properties;
      return `${MaximumRetryAttempts} times within ${duration(MaximumEventAgeInSeconds)}, when called asynchronously`;
    });
  }

  private failureTargets(fn: Resource): unknown[] {
    return this.all('AWS::Lambda::EventInvokeConfig', fn).map(({ properties }) => properties.DestinationConfig?.OnFailure?.Destination);
  }

  /** Where messages go that were received too often. */
  private redriveTargets({ properties: { RedrivePolicy: policy } }: Resource): string[] {
    return policy ? [`${this.nameOf(policy.deadLetterTargetArn)}, after ${policy.maxReceiveCount} tries`] : [];
  }

  /** Where events go that never reached the function. */
  private deliveryTargets(fn: Resource): unknown[] {
    return [
      ...this.all('AWS::SNS::Subscription', fn).map(({ properties }) => properties.RedrivePolicy?.deadLetterTargetArn),
      ...this.all('AWS::Events::Rule', fn).flatMap(({ properties }) => properties.Targets.map((target: any) => target.DeadLetterConfig?.Arn)),
    ];
  }

  private alarms(watched: Resource): Record<string, string[]> {
    const named = `"Value":${JSON.stringify(watched.properties.Name)}`; // metrics of an API have its name
    const alarms = this.all('AWS::CloudWatch::Alarm').filter(({ properties: { Dimensions, Metrics } }) =>
      mentions([Dimensions, Metrics], watched) || JSON.stringify([Dimensions, Metrics]).includes(named));
    const topics = JSON.stringify(alarms.map(({ properties }) => properties.AlarmActions));
    const hearing = this.all('AWS::SNS::Subscription').filter(({ properties }) => topics.includes(JSON.stringify(properties.TopicArn)));
    return {
      'alarms on': alarms.map(({ properties }) => ALARMS[properties.MetricName ?? 'rate'](properties)),
      'heard by': hearing.length > 0 ? hearing.map(({ properties }) => properties.Endpoint) : ['nobody'],
    };
  }

  private pathOf(reference: unknown): string {
    const resource = this.all('AWS::ApiGateway::Resource').find((candidate) => mentions(reference, candidate));
    return resource ? `${this.pathOf(resource.properties.ParentId)}/${resource.properties.PathPart}` : '';
  }

  private nameOf(reference: unknown): string {
    return this.resources.find((resource) => mentions(reference, resource))?.name ?? 'nothing: it is lost';
  }
}

/** What the function may report, by what it means: probes of the API's patterns. */
const FAILURES: Record<string, string> = {
  ...Object.fromEntries(ORDER_ERRORS.definitions.map(({ code }) => [code, `[${code}] for example`])),
  'any other error': 'disk full',
  'crash': 'RequestId: 6d74cf5a-1c1f-4c7e-9d2b-8f1c7a1f4d11 Error: Runtime exited with error: exit status 2',
  'timeout': 'RequestId: 6d74cf5a-1c1f-4c7e-9d2b-8f1c7a1f4d11 Error: Task timed out after 25.00 seconds',
};

/** The status that API Gateway answers a function's error with: that of the pattern that matches the whole message. */
function statusOf(method: Resource, errorMessage: string): string {
  const responses: any[] = method.properties.Integration.IntegrationResponses;
  const matching = responses.find(({ SelectionPattern }) => SelectionPattern && new RegExp(`^(?:${SelectionPattern})$`).test(errorMessage));
  return (matching ?? responses.find(({ SelectionPattern }) => !SelectionPattern)).StatusCode;
}

const ALARMS: Record<string, (alarm: any) => string> = {
  Errors: ({ Threshold, Period }) => Threshold === 1 ? 'any error' : `${Threshold} errors in ${duration(Period)}`,
  Throttles: () => 'throttling',
  DestinationDeliveryFailures: () => 'failures that could not be kept',
  AsyncEventsDropped: () => 'events given up',
  Latency: ({ Threshold }) => `answers after ${Threshold / 1_000} seconds`,
  rate: ({ Threshold }) => `${Threshold} % answers of 500 and above`,
  ApproximateNumberOfMessagesVisible: () => 'anything in it',
  ApproximateAgeOfOldestMessage: ({ Threshold }) => `anything older than ${duration(Threshold)}`,
};

/** Whether a value holds a reference to a resource. */
function mentions(value: unknown, resource: Resource): boolean {
  const text = JSON.stringify(value) ?? '';
  return text.includes(`{"Ref":"${resource.id}"}`) || text.includes(`{"Fn::GetAtt":["${resource.id}",`);
}

function duration(seconds: number): string {
  const [unit, name] = [[86_400, 'days'], [3_600, 'hours'], [60, 'minutes'], [1, 'seconds']].find(([size]) => seconds % Number(size) === 0)!;
  return `${seconds / Number(unit)} ${name}`;
}

function paragraph(title: string, rows: Record<string, string[]>): string {
  const lines = Object.entries(rows).filter(([, values]) => values.length > 0);
  return [title, ...lines.map(([label, values]) => `  ${label.padEnd(10)} ${[...new Set(values)].join(', ')}`)].join('\n');
}
