package io.github.lenet.store;

import java.io.IOException;

/** A data set cannot be obtained; the message says where it was looked for, why it was not there, and what to do. */
public final class DatasetUnavailableException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * Takes a finished message.
   *
   * @param message what is wrong and what to do, for people; may have several lines
   */
  public DatasetUnavailableException(String message) {
    super(message);
  }

  DatasetUnavailableException(String message, IOException cause) {
    super(message, cause);
  }
}
