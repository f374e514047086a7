// What of the program runs in the browser, as WebAssembly. The SDK puts an agent of its own beside it, which applies deltas there.
import type { Delta } from './messages';

interface BrowserAgent {
  applyHotReloadDeltas?: (deltas: readonly Delta[], loggingLevel: number) => readonly LogEntry[];
}

interface LogEntry {
  readonly message: string;
  readonly severity: number;
}

/** By this it asks for all changes when it starts. */
const question = '/_framework/blazor-hotreload';

/** Of the agent's log only warnings and errors. */
const warnings = 0;
const error = 2;

/** By this the agent sees that it has to work: it knows the name of another tool's script. */
export function mark(host: Element): void {
  const script = document.createElement('script');
  script.type = 'text/plain'; // Nothing is loaded for it.
  script.src = 'aspnetcore-browser-refresh';
  host.append(script);
}

/** Whether code of the program runs in this page, and takes changes. */
export function runsCode(): boolean {
  return agent()?.applyHotReloadDeltas !== undefined;
}

/** Tells when code begins to run in this page, and which change is the newest of those that it has asked for. */
export function watchCode(begun: (number: number) => void): void {
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const told = entry.name.endsWith(question) ? (entry as PerformanceResourceTiming).serverTiming : [];
      const number = Number(told.find(({ name }) => name === 'hotreload')?.description ?? NaN);
      if (!isNaN(number)) {
        void whenRunning(() => {
          begun(number);
        });
      }
    }
  });
  observer.observe({ type: 'resource', buffered: true });
}

/** It runs a moment after it has the answer. */
async function whenRunning(act: () => void): Promise<void> {
  for (let tries = 0; tries < 500 && !runsCode(); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }

  act();
}

/** Changes the code that runs in this page. Returns why it can't be; null where it is done. */
export function applyDeltas(deltas: readonly Delta[]): string | null {
  try {
    const log = agent()?.applyHotReloadDeltas?.(deltas, warnings) ?? [];
    return log.find((entry) => entry.severity >= error)?.message ?? null;
  } catch (failure) {
    return String(failure);
  }
}

function agent(): BrowserAgent | undefined {
  return (globalThis as { Blazor?: { _internal?: BrowserAgent } }).Blazor?._internal;
}
