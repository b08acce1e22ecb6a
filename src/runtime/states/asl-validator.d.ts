// The package ships no types of its own.
declare module 'asl-validator' {
  export interface AslError {
    readonly 'Error code': string;
    readonly Message?: string;
  }
  export interface AslReport {
    readonly isValid: boolean;
    readonly errors: readonly AslError[];
    errorsText(separator?: string): string;
  }
  export interface AslOptions {
    readonly checkPaths?: boolean;
    readonly checkArn?: boolean;
  }
  export default function validate(definition: unknown, options?: AslOptions): AslReport;
}
