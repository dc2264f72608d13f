import { isKafka, isStream, MAPPING, sourceOf } from '../private/mappings';
import { isMissing, numberOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const streamDropsSilently: Rule = {
  id: 'StreamDropsSilently',
  severity: 'error',
  source: 'lambda/with-dynamodb-errors',
  what: 'A mapping of a stream gives records up and has no on-failure destination.',
  happens: 'What it gives up is skipped, and lost once the stream deletes it.',
  fix: 'Set `DestinationConfig.OnFailure`: a queue for the positions, a bucket if the records are needed.',
  check: forEach(MAPPING, (mapping) => {
    const source = sourceOf(mapping);
    const ends = ['MaximumRetryAttempts', 'MaximumRecordAgeInSeconds'].map((setting) => numberOf(mapping.get(setting))).find((end) => end !== undefined && end >= 0);
    return ends !== undefined && (isStream(source) || isKafka(source)) && isMissing(mapping.get('DestinationConfig', 'OnFailure', 'Destination'))
      ? at(mapping, 'DestinationConfig.OnFailure.Destination', 'is not set') : undefined;
  }),
};
