package io.evenflow.io.matpower;

import io.evenflow.io.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The text of a case file.
 *
 * @param file how errors name it
 * @param name the case's name
 */
record CaseFile(String file, String name, String text) {

  static CaseFile read(Path path) {
    String file = path.toString();
    try {
      // Old files carry names in other encodings in their comments; figures are ASCII in all.
      return new CaseFile(
          file, caseName(path), new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      throw new InputException(
          file + ": there is no such file", "Maybe the path is relative to another folder.");
    } catch (IOException e) {
      throw new InputException(
          file + ": cannot be read (" + e.getMessage() + ")",
          "Maybe it is a folder, or its permissions forbid it.");
    }
  }

  private static String caseName(Path path) {
    Path last = path.getFileName();
    String fileName = last == null ? path.toString() : last.toString();
    return fileName.endsWith(".m") ? fileName.substring(0, fileName.length() - 2) : fileName;
  }
}
