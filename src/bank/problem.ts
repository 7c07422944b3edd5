/** Something the bank has to mend in its folder. `line` counts from 1. */
export interface Problem {
  file: string;
  line: number;
  message: string;
}
