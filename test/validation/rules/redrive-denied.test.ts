import { redriveDenied } from '../../../src/validation/rules/redrive-denied';
import { describeRule } from '../../conformance/describe-rule';
import { arn, queue, ref } from '../support';

const of = (RedriveAllowPolicy: unknown) => ({
  Dead: queue({ RedriveAllowPolicy }), Source: queue({ RedrivePolicy: { deadLetterTargetArn: arn('Dead') } }), Other: queue(),
});
const place = 'Source Properties.RedrivePolicy.deadLetterTargetArn';

describeRule({
  rule: redriveDenied,
  violating: [[of({ redrivePermission: 'denyAll' }), place], [of({ redrivePermission: 'byQueue', sourceQueueArns: [arn('Other')] }), place]],
  compliant: [of({ redrivePermission: 'byQueue', sourceQueueArns: [arn('Other'), arn('Source')] }), of({ redrivePermission: 'allowAll' }), of(undefined)],
  unknown: [of({ redrivePermission: 'byQueue', sourceQueueArns: [ref('Allowed')] }), of({ redrivePermission: ref('Permission') })],
});
