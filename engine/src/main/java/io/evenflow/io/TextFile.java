package io.evenflow.io;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a text file, UTF-8. */
public final class TextFile {
  private TextFile() {}

  /**
   * @throws InputException where the file cannot be read or is not UTF-8
   */
  public static String read(Path path) {
    try {
      String text = Files.readString(path);
      // A byte order mark is no part of JSON or CSV, yet some editors write it.
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (NoSuchFileException problem) {
      throw new InputException(
          path + ": there is no such file", "Maybe the path is relative to another folder.");
    } catch (CharacterCodingException problem) {
      throw new InputException(path + ": is not UTF-8", "Maybe it was saved in another encoding.");
    } catch (IOException problem) {
      throw new InputException(
          path + ": cannot be read (" + problem.getMessage() + ")",
          "Maybe it is a folder, or its permissions forbid it.");
    }
  }
}
