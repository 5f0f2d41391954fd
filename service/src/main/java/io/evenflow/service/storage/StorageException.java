package io.evenflow.service.storage;

/** The database could not do what was asked of it. */
public final class StorageException extends RuntimeException {
  public StorageException(String message, Throwable cause) {
    super(message, cause);
  }
}
