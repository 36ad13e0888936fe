/** A module of its own, so that only this part is loaded later. */
export { Tooltip } from '@mantine/core';
