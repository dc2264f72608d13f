import { causeOf, type Cause } from '../analysis';

/** What goes wrong in a simulation, each time the event is tried. */
export class Failure {
  /**
   * The code fails.
   *
   * @param errorType `errorType` of what the runtime reports
   * @param errorMessage `errorMessage` of what the runtime reports, by default none
   */
  public static functionError(errorType: string, errorMessage?: string): Failure {
    return new Failure(causeOf('function-error', errorType, errorMessage));
  }

  /** The function passes its timeout. */
  public static timeout(): Failure {
    return new Failure(causeOf('timeout'));
  }

  /** The process of the function ends: an exit, a crash, out of memory. */
  public static crash(): Failure {
    return new Failure(causeOf('crash'));
  }

  /** Lambda refuses the function for lack of concurrency, for longer than anybody tries. */
  public static throttle(): Failure {
    return new Failure(causeOf('throttle'));
  }

  /** The invoker may no longer invoke the function, or Lambda no longer read the source. */
  public static permissionLost(): Failure {
    return new Failure(causeOf('permission-lost'));
  }

  /**
   * One event or record fails always, and the others would not.
   *
   * @param errorType `errorType` of what the runtime reports, by default `Error`
   * @param errorMessage `errorMessage` of what the runtime reports, by default none
   */
  public static poisonRecord(errorType?: string, errorMessage?: string): Failure {
    return new Failure(causeOf('poison-record', errorType, errorMessage));
  }

  /** The first age limit or wait on the way of the event passes before it is done. */
  public static tooOld(): Failure {
    return new Failure(causeOf('too-old'));
  }

  /** The code returns something that whoever called can't read, such as a body that is no text. */
  public static malformedResponse(): Failure {
    return new Failure(causeOf('malformed-response'));
  }

  /** @internal */
  public readonly _cause: Cause;
  /** The word for it on the command line. */
  public readonly name: string;

  private constructor(cause: Cause) {
    this._cause = cause;
    this.name = cause.id;
  }

  /** The word for it, and the type of the error. */
  public toString(): string {
    return this._cause.error ? `${this.name} ${this._cause.error.errorType}` : this.name;
  }
}
