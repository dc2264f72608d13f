export { RedrivePipe } from './redrive-pipe';
export type { RedrivePipeProps } from './redrive-pipe';
