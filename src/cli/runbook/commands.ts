import type { Place, Way } from '../report/report';

const QUEUE = 'AWS::SQS::Queue';

/** A command to type, with what it is for. */
export interface Step {
  readonly text: string;
  readonly command: string;
}

/** Looks up what CloudFormation made of a resource: names are known only after a deployment. */
export function lookUp(variable: string, { id, template }: Place): Step {
  const stack = template.replace(/\//g, '-') || 'STACK';
  return {
    text: `The name of ${id}`,
    command: `${variable}=$(aws cloudformation describe-stack-resource --stack-name ${quoted(stack)} --logical-resource-id ${quoted(id)} --query StackResourceDetail.PhysicalResourceId --output text)`,
  };
}

/** What the function wrote when it failed. */
export function logs(fn: Place): Step[] {
  return [lookUp('FUNCTION', fn), {
    text: 'Errors of the last hour',
    command: 'aws logs tail "$(aws lambda get-function-configuration --function-name "$FUNCTION" --query LoggingConfig.LogGroup --output text)" --since 1h --filter-pattern \'?ERROR ?error ?Task\'',
  }];
}

/** What is kept, without taking it away. */
export function look(copy: Place): Step[] {
  if (copy.type !== QUEUE) return [];
  return [lookUp('QUEUE', copy), {
    text: 'Up to ten of the kept events, which come back after 30 seconds',
    command: 'aws sqs receive-message --queue-url "$QUEUE" --max-number-of-messages 10 --visibility-timeout 30 --message-system-attribute-names All --message-attribute-names All',
  }];
}

/** How many wait in a queue that a function reads. Receiving them would hide them from it, and count as one of their tries. */
export function count(source: Place): Step[] {
  return [lookUp('QUEUE', source), {
    text: 'How many messages wait for the function, and how many it has now',
    command: 'aws sqs get-queue-attributes --queue-url "$QUEUE" --attribute-names ApproximateNumberOfMessages ApproximateNumberOfMessagesNotVisible',
  }];
}

/** How an event is brought back once the cause is mended. */
export function replay({ invoker, copies, staysInSource, qualifier }: Way): Step[] {
  const queue = copies.find(({ type }) => type === QUEUE);
  if (!queue || staysInSource) return [];
  if (invoker === 'sqs' || invoker === 'sqs-fifo') {
    return [lookUp('QUEUE', queue), {
      text: 'All messages back to the queue they came from',
      command: 'aws sqs start-message-move-task --source-arn "$(aws sqs get-queue-attributes --queue-url "$QUEUE" --attribute-names QueueArn --query Attributes.QueueArn --output text)"',
    }];
  }
  return [lookUp('QUEUE', queue), {
    text: `One event again: of a record that a destination wrote the event is \`requestPayload\`, of a dead-letter queue it is the body itself${qualifier && '; with `--qualifier`, the alias or version that failed'}`,
    command: 'aws lambda invoke --function-name "$FUNCTION" --invocation-type Event --cli-binary-format raw-in-base64-out --payload file://event.json out.json',
  }, {
    text: 'What was kept of it is deleted: `RECEIPT` is the `ReceiptHandle` of the message',
    command: 'aws sqs delete-message --queue-url "$QUEUE" --receipt-handle "$RECEIPT"',
  }];
}

/** A pipe that brings back what a queue keeps, and is stopped meanwhile. */
export function redrive(pipe: Place): Step[] {
  return [
    lookUp('PIPE', pipe),
    { text: 'Everything that is kept back to the function, one event at a time', command: 'aws pipes start-pipe --name "$PIPE"' },
    { text: 'Enough', command: 'aws pipes stop-pipe --name "$PIPE"' },
  ];
}

/** Breaks the function on purpose. */
export function rehearse(experiment: Place): Step[] {
  return [lookUp('EXPERIMENT', experiment), { text: 'Faults, until the experiment ends or an alarm stops it', command: 'aws fis start-experiment --experiment-template-id "$EXPERIMENT"' }];
}

/** Quiet while somebody works on it. */
export function mute(alarm: Place): Step[] {
  return [lookUp('ALARM', alarm), { text: 'No actions until `enable-alarm-actions`', command: 'aws cloudwatch disable-alarm-actions --alarm-names "$ALARM"' }];
}

/** An argument of a shell: names come from templates, which anybody may have written. */
function quoted(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `'${text.replace(/[\u0000-\u001f\u007f]+/g, ' ').replace(/'/g, "'\\''")}'`;
}
