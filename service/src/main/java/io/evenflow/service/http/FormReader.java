package io.evenflow.service.http;

import io.evenflow.service.problem.MalformedForm;
import io.evenflow.service.problem.UnsupportedMediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Attributes;
import org.jspecify.annotations.Nullable;

/** Reads forms by {@code multipart/form-data}, in memory alone. */
final class FormReader {
  private static final MultiPartConfig IN_MEMORY =
      new MultiPartConfig.Builder()
          .maxParts(100)
          .maxMemoryPartSize(BodyReader.MOST_BYTES)
          .maxPartSize(BodyReader.MOST_BYTES)
          .maxSize(BodyReader.MOST_BYTES)
          .useFilesForPartsWithoutFileName(false)
          .build();

  private static final String TYPE = "multipart/form-data";
  private static final String MAYBE =
      "Maybe send it as curl does: -F feeder=case33bw -F sessions=@sessions.csv.";

  private FormReader() {}

  static void requireForm(@Nullable String type) {
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(TYPE)) {
      throw new UnsupportedMediaType(
          "Content-Type '" + (type == null ? "" : type) + "' must be '" + TYPE + "'", MAYBE);
    }
  }

  /**
   * The form of a body.
   *
   * @param type the content type, which says what stands between parts
   */
  static ImportForm read(String type, byte[] body) {
    ImportForm form = new ImportForm();
    try (MultiPartFormData.Parts parts = parts(type, body)) {
      for (MultiPart.Part part : parts) {
        try (InputStream stream = Content.Source.asInputStream(part.createContentSource())) {
          String name = part.getName();
          form.add(name == null ? "" : name, part.getFileName(), stream.readAllBytes());
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // all of it is in memory
    }
    return form;
  }

  private static MultiPartFormData.Parts parts(String type, byte[] body) {
    Content.Source source = Content.Source.from(ByteBuffer.wrap(body));
    try {
      return MultiPartFormData.getParts(source, new Attributes.Mapped(), type, IN_MEMORY);
    } catch (RuntimeException bad) { // of many kinds, each for another fault of the body
      throw new MalformedForm("the body is no form of files and fields", MAYBE);
    }
  }
}
