// What a command of the command line is: one definition gives its parsing, its help and its completion.
import type { ParseArgsOptionsConfig } from 'node:util';

export interface OptionHelp {
  readonly type: 'string' | 'boolean';
  readonly help: string;
  /** Name of the value in the help text, such as DATE. */
  readonly value?: string;
  readonly short?: string;
  readonly multiple?: boolean;
  readonly required?: boolean;
  readonly fallback?: string;
  /** The only values allowed; the shell completes them. */
  readonly choices?: readonly string[];
}

export interface Invocation {
  readonly positionals: readonly string[];
  text(name: string): string | undefined;
  /** @throws UsageError when the option is missing. */
  need(name: string): string;
  /** Every value of an option that may be given more than once. */
  texts(name: string): readonly string[];
  flag(name: string): boolean;
  readonly json: boolean;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** What stands after the name in the usage line. */
  readonly usage: string;
  readonly examples: readonly string[];
  /** Words that may stand behind the name; where absent, the shell completes files. */
  readonly words?: readonly string[];
  readonly options: Readonly<Record<string, OptionHelp>>;
  /** Exit codes beside 0 (done), 1 (error) and 2 (usage). */
  readonly exits?: Readonly<Record<number, string>>;
  /** Returns the exit code. */
  run(given: Invocation): Promise<number>;
}

export const commonOptions: Readonly<Record<string, OptionHelp>> = {
  json: { type: 'boolean', help: 'Print one JSON document instead of text.' },
  help: { type: 'boolean', short: 'h', help: 'Show this help.' },
};

export const districtOption: Readonly<Record<string, OptionHelp>> = {
  district: { type: 'string', value: 'NAME', required: true, help: 'The district, by the name of its file.' },
};

/** The options as node:util's parseArgs wants them. */
export function parseConfig(options: Readonly<Record<string, OptionHelp>>): ParseArgsOptionsConfig {
  return Object.fromEntries(
    Object.entries(options).map(([name, o]) => [
      name,
      { type: o.type, ...(o.short ? { short: o.short } : {}), ...(o.multiple ? { multiple: true } : {}) },
    ]),
  );
}
