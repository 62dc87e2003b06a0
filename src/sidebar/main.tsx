/** Starts the sidebar: store, actions and page, drawn anew after every change. */
import { render } from 'preact';
import { createActions } from './act';
import { App } from './app';
import { recallColours } from './colours';
import { keepFocus } from './focus';
import { isolateNames } from './isolate';
import './look/index.css';
import { callServer } from './server';
import { atFirst } from './state';
import { createStore } from './store';

const sleep = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });

const place = document.getElementById('app');
if (!place) throw new Error('The page has no place for the app');
const store = createStore(atFirst);
const act = createActions({ store, call: callServer, sleep });
const draw = () => render(<App state={store.get()} act={act} />, place);
store.listen(draw);
keepFocus(place);
recallColours();
isolateNames();
draw();
void act.open();
