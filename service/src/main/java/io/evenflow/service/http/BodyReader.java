package io.evenflow.service.http;

import io.evenflow.service.problem.BodyTooLarge;
import io.evenflow.service.problem.Busy;
import io.evenflow.service.problem.InvalidParameter;
import io.evenflow.service.problem.MalformedJson;
import io.evenflow.service.problem.UnsupportedMediaType;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;

/** Reads JSON bodies: bounded one by one, and all that are in memory at once. */
final class BodyReader {
  /** Of one body. A day of 10,000 sessions has about 3 MB. */
  static final int MOST_BYTES = 8 << 20;

  private static final int MOST_BYTES_AT_ONCE = 8 * MOST_BYTES;
  private static final int PATIENCE_SECONDS = 10;
  private static final int PIECE = 1 << 16;
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^;\"\\s]*)", Pattern.CASE_INSENSITIVE);
  private static final List<String> READ_CHARSETS = List.of("utf-8", "utf8", "us-ascii");

  private final Semaphore bytes = new Semaphore(MOST_BYTES_AT_ONCE, true);

  /** Makes something of the body's text; until that is done its bytes count. */
  <T> T read(Context context, Function<String, T> use) {
    requireJson(context);
    return bytes(context, body -> use.apply(text(body)));
  }

  /** Makes something of a body of any type, likewise. */
  <T> T bytes(Context context, Function<byte[], T> use) {
    requirePlain(context);
    long length = context.req().getContentLengthLong();
    if (length > MOST_BYTES) {
      readOn(context);
      throw tooLarge();
    }
    int reserved = length < 0 ? MOST_BYTES : (int) length;
    reserve(reserved);
    try {
      return use.apply(body(context));
    } finally {
      bytes.release(reserved);
    }
  }

  /**
   * Reads what is still being sent and keeps none of it, so that the answer reaches who sends it;
   * whoever asks beforehand sends nothing.
   */
  private static void readOn(Context context) {
    if (context.header("Expect") != null) {
      return;
    }
    byte[] some = new byte[PIECE];
    long left = MOST_BYTES_AT_ONCE;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try {
      InputStream body = context.req().getInputStream();
      for (int count = 0; count >= 0 && left > 0 && System.nanoTime() < end; left -= count) {
        count = body.read(some);
      }
    } catch (IOException | HttpException.RuntimeException gone) {
      // then nobody waits for the answer
    }
  }

  private void reserve(int count) {
    try {
      if (bytes.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
    throw new Busy(
        "too many bodies are being sent at once", "Maybe try again in a moment.", PATIENCE_SECONDS);
  }

  private static void requirePlain(Context context) {
    String encoding = context.header("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new UnsupportedMediaType(
          "Content-Encoding '" + encoding + "' is not read here", "Maybe send it as it is.");
    }
  }

  private static void requireJson(Context context) {
    String type = contentType(context);
    String kind = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!kind.equals("application/json")) {
      throw new UnsupportedMediaType(
          "Content-Type '" + (type == null ? "" : type) + "' must be 'application/json'",
          "Maybe the header is missing.");
    }
  }

  /**
   * As it was sent; Jetty's own reading fails on a charset it does not know.
   *
   * @throws UnsupportedMediaType where it says a charset that is not read here
   */
  static @Nullable String contentType(Context context) {
    String type = context.header("Content-Type");
    Matcher charset = CHARSET.matcher(type == null ? "" : type);
    if (charset.find() && !READ_CHARSETS.contains(charset.group(1).toLowerCase(Locale.ROOT))) {
      throw new UnsupportedMediaType(
          "charset '" + charset.group(1) + "' is not read here", "Maybe send it as UTF-8.");
    }
    return type;
  }

  private static byte[] body(Context context) {
    try {
      byte[] body = context.req().getInputStream().readNBytes(MOST_BYTES + 1);
      if (body.length > MOST_BYTES) {
        readOn(context);
        throw tooLarge();
      }
      return body;
    } catch (IOException | HttpException.RuntimeException problem) {
      throw new InvalidParameter(
          "the body breaks off before its end",
          "Maybe the connection was cut, or Content-Length is of another body.");
    }
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException problem) {
      throw new MalformedJson(
          "scenario: the body is not UTF-8", "Maybe it was saved in another encoding.");
    }
  }

  static BodyTooLarge tooLarge() {
    return new BodyTooLarge(
        "the body must have at most " + MOST_BYTES + " bytes",
        "Maybe constant series can be written as one number, or tables cut to the days that count.");
  }
}
