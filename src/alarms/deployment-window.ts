import { Duration, Names } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { PERIOD } from './alarm-defaults';
import { LIMITS } from '../facts/limits';
import { ValidationError } from '../private/errors';

/** Properties of `DeploymentWindow`. */
export interface DeploymentWindowProps {
  /**
   * What is deployed: the value of the dimension of the metric that says so.
   *
   * @default - a name made from the path of the construct
   */
  readonly service?: string;

  /**
   * How long the window stays open after a deployment began: whole minutes, at most a day.
   *
   * Fails with `DeploymentWindowLengthInvalid` when it is anything else.
   *
   * @default Duration.minutes(15)
   */
  readonly length?: Duration;
}

const NAMESPACE = 'Deployments';
const METRIC = 'Started';
const DIMENSION = 'Service';

/**
 * An alarm that is in ALARM while something is deployed, for `suppressedBy` of an `AlarmGroup`. Whoever deploys runs `openCommand` first. The window
 * closes by itself, also when the deployment never ends: an alarm set with `set-alarm-state` would stay silent for ever.
 *
 * The command publishes a metric of its own, which CloudWatch bills as one custom metric in months with a deployment.
 */
export class DeploymentWindow extends Construct {
  /** In ALARM while the window is open. It calls nobody. */
  public readonly alarm: cloudwatch.CfnAlarm;
  /** The command that opens the window, for a pipeline. It needs `cloudwatch:PutMetricData`. */
  public readonly openCommand: string;

  constructor(scope: Construct, id: string, props: DeploymentWindowProps = {}) {
    super(scope, id);
    const service = props.service ?? Names.uniqueResourceName(this, { maxLength: 255 });
    this.alarm = new cloudwatch.CfnAlarm(this, 'Alarm', {
      namespace: NAMESPACE,
      metricName: METRIC,
      dimensions: [{ name: DIMENSION, value: service }],
      statistic: 'Sum',
      period: PERIOD,
      threshold: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: minutesOf(this, props.length ?? Duration.minutes(15)),
      datapointsToAlarm: 1,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      alarmDescription: `${service} is being deployed. This alarm suppresses others, and closes by itself.`,
    });
    this.openCommand = `aws cloudwatch put-metric-data --namespace ${NAMESPACE} --metric-name ${METRIC} --dimensions ${DIMENSION}=${service} --value 1 --unit Count`;
  }
}

function minutesOf(scope: Construct, length: Duration): number {
  const seconds = length.toSeconds({ integral: false });
  if (seconds >= PERIOD && seconds % PERIOD === 0 && seconds <= LIMITS.alarmWindow.max) return seconds / PERIOD;
  throw new ValidationError('DeploymentWindowLengthInvalid',
    `length must be a whole number of minutes, from 1 to ${LIMITS.alarmWindow.max / PERIOD}, got ${seconds} seconds: use Duration.minutes()`, scope);
}
