export interface Template {
  readonly Resources: Record<string, { readonly Type: string; readonly Properties?: object }>;
}

/** CDK's `SqsDestination` can't grant less than `grantSendMessages()` does. */
const GRANTED_BY_CDK = '["sqs:SendMessage","sqs:GetQueueAttributes","sqs:GetQueueUrl"]';
const NEEDED = '"sqs:SendMessage"';

/** Fails unless both sides make the same resources with the same properties. Logical ids count without their hash of the path. */
export function assertSame(library: Template[], handWritten: Template[], side: string): void {
  const [ours, theirs] = [library, handWritten].map((templates) => templates.flatMap(resourcesOf).sort());
  const different = [
    ...ours.filter((resource) => !theirs.includes(resource)).map((resource) => `library only: ${resource}`),
    ...theirs.filter((resource) => !ours.includes(resource)).map((resource) => `by hand only: ${resource}`),
  ];
  if (different.length > 0 || ours.length !== theirs.length) {
    throw new Error(`The sides make different resources; make measured/${side}.ts equal to the library:\n${different.join('\n')}`);
  }
}

/** How many resources of each type there are. */
export function countsOf({ Resources }: Template): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const type of Object.values(Resources).map(({ Type }) => Type).sort()) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

function resourcesOf({ Resources }: Template): string[] {
  const ids = new RegExp(`(${Object.keys(Resources).join('|')})`, 'g');
  return Object.values(Resources)
    .map(({ Type, Properties }) => JSON.stringify([Type, Properties]).replace(GRANTED_BY_CDK, NEEDED).replace(ids, (id) => id.replace(/[0-9A-F]{8}$/, '')));
}
