import type { HostState } from '../apps-script/host-state';
import type { Surface } from '../apps-script/port';
import type { MenuEntry } from '../apps-script/showing';
import type { Surfaces } from './surfaces';
import type { Edit, GoogleAct, GoogleView, PersonView } from './wire';

/** One example opened: the spreadsheet, the script, the simulated Google and the person in front of them. */
export interface Session {
  /** Names this session among all that this server has had. */
  readonly era: string;
  readonly example: string;
  readonly state: HostState;
  readonly menus: readonly MenuEntry[];
  readonly surfaces: Surfaces;
  readonly person: string;
  readonly people: readonly PersonView[];
  readonly clock: { readonly now: number; readonly speed: number };
  /** Functions that run at the moment, the sidebar's calls left out. */
  readonly running: readonly string[];
  /** Counts how often a script moved the selection. */
  readonly jumps: number;
  /** Grows with every change of the tabs, by whomever. */
  readonly changes: number;
  /** Functions that frames may call. */
  readonly functions: readonly string[];
  /** Runs a function of the script. Rejects with the script's error or a limit's. */
  run(name: string, args: readonly unknown[], surface: Surface): Promise<unknown>;
  /** Does what a person does to the cells. Throws what Google Sheets would say. */
  edit(what: Edit): void;
  /**
   * Sits somebody else down; the script's windows close and the menu is built again, as when a spreadsheet is opened.
   */
  become(email: string): Promise<void>;
  setSpeed(speed: number): void;
  google(): GoogleView;
  /** Does something inside the simulated Google; answers with a sentence. Throws where that is not possible. */
  act(act: GoogleAct): string;
  close(): Promise<void>;
}
