package io.evenflow.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables that other programs wrote: UTF-8, UTF-16 with a byte order mark, or else
 * Windows-1252, which Latin-1 is a part of.
 */
public final class CsvText {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private CsvText() {}

  /**
   * @throws InputException where the file cannot be read or is no text
   */
  public static String read(Path path) {
    try {
      return decode(path.toString(), Files.readAllBytes(path));
    } catch (NoSuchFileException problem) {
      throw new InputException(
          path + ": there is no such file", "Maybe the path is relative to another folder.");
    } catch (IOException problem) {
      throw new InputException(
          path + ": cannot be read (" + problem.getMessage() + ")",
          "Maybe it is a folder, or its permissions forbid it.");
    }
  }

  /**
   * The text of a file's bytes.
   *
   * @param file how errors name it
   * @throws InputException where they are no text
   */
  public static String decode(String file, byte[] bytes) {
    requireText(file, bytes);
    return withoutMark(decoded(bytes));
  }

  static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /** The usual downloads that are no CSV, whatever their name ends in. */
  private static void requireText(String file, byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1);
    if (head.startsWith("PK")) {
      throw new InputException(
          file + ": is a spreadsheet or another packed file, not CSV",
          "Maybe save or download it as CSV.");
    }
    if (head.startsWith("\u0089PNG")
        || head.startsWith("%PDF")
        || head.startsWith("\u001f\u008b")) {
      throw new InputException(
          file + ": is a picture, a PDF or a packed file, not CSV",
          "Maybe another file was meant.");
    }
    if (head.stripLeading().startsWith("{") || head.stripLeading().startsWith("[")) {
      throw new InputException(
          file + ": is JSON, not CSV",
          "Maybe it is a scenario, which needs no import, or what evcc or SpiceEV write.");
    }
    if (head.stripLeading().startsWith("<")) {
      throw new InputException(
          file + ": is XML or a web page, not CSV", "Maybe choose CSV where it was downloaded.");
    }
  }

  private static String decoded(byte[] bytes) {
    Charset marked = markedCharset(bytes);
    if (marked != null) {
      return new String(bytes, marked);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException older) {
      return new String(bytes, WINDOWS);
    }
  }

  private static @Nullable Charset markedCharset(byte[] bytes) {
    if (bytes.length < 2) {
      return null;
    }
    int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    return switch (mark) {
      case 0xFEFF -> StandardCharsets.UTF_16BE;
      case 0xFFFE -> StandardCharsets.UTF_16LE;
      default -> null;
    };
  }
}
