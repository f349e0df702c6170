/** How a run can be shown; `auto` is a line on a terminal, else a line now and then for a batch. */
export const PROGRESS_MODES = ['auto', 'bar', 'log', 'json', 'none'] as const
export type ProgressMode = (typeof PROGRESS_MODES)[number]
