import { PlatformError } from '../exceptions';
import { Facade, enumOf } from '../execution/facade';
import type { Simulates } from '../execution/simulates';
import { text, whole } from './arguments';

/** A page, as HtmlOutput. */
export class HtmlOutput extends Facade implements Simulates<HtmlOutput, GoogleAppsScript.HTML.HtmlOutput> {
  readonly _class = 'HtmlOutput';
  _title = '';
  /** What a dialog is wide and high where nothing is said (reference of Ui.showModalDialog). */
  _width = 600;
  _height = 400;

  constructor(public _content: string) {
    super();
  }

  getContent(): string {
    return this._content;
  }

  setContent(content: unknown): this {
    this._content = text(content, 'HtmlOutput.setContent');
    return this;
  }

  append(content: unknown): this {
    this._content += text(content, 'HtmlOutput.append');
    return this;
  }

  setTitle(title: unknown): this {
    this._title = text(title, 'HtmlOutput.setTitle');
    return this;
  }

  getTitle(): string {
    return this._title;
  }

  setWidth(width: unknown): this {
    this._width = whole(width, 'HtmlOutput.setWidth');
    return this;
  }

  setHeight(height: unknown): this {
    this._height = whole(height, 'HtmlOutput.setHeight');
    return this;
  }

  /** Only a published web app is framed by others; here the mode changes nothing. */
  setXFrameOptionsMode(): this {
    return this;
  }
}

/** HtmlService, without templates: a bundled page must not be run through them. */
export class HtmlService extends Facade implements Simulates<HtmlService, GoogleAppsScript.HTML.HtmlService> {
  readonly _class = 'HtmlService';
  readonly XFrameOptionsMode = enumOf('HtmlService.XFrameOptionsMode', ['ALLOWALL', 'DEFAULT']);

  constructor(readonly _pages: Readonly<Record<string, string>>) {
    super();
  }

  createHtmlOutput(content: unknown = ''): HtmlOutput {
    return new HtmlOutput(text(content, 'HtmlService.createHtmlOutput'));
  }

  createHtmlOutputFromFile(name: unknown): HtmlOutput {
    const file = text(name, 'HtmlService.createHtmlOutputFromFile').replace(/\.html$/, '');
    const page = Object.hasOwn(this._pages, file) ? this._pages[file] : undefined;
    if (page === undefined) throw new PlatformError(`No HTML file named ${file} was found.`);
    return new HtmlOutput(page);
  }
}
