/** How far one kind of change is: `Licences`, 41 of 264. */
export interface Stage {
  readonly says: string;
  readonly done: number;
  readonly of: number;
}
