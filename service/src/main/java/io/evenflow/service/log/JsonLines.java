package io.evenflow.service.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import tools.jackson.databind.json.JsonMapper;

/** A line of JSON for each thing that happened: time, level, message, the named values, a trace. */
public final class JsonLines extends Formatter {
  // Held here: a logger that nothing holds forgets its level.
  private static final Logger OURS = Logger.getLogger("io.evenflow");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Whatever this process logs goes to standard error in this form. */
  public static void toStandardError() {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    Handler console = new ConsoleHandler();
    console.setFormatter(new JsonLines());
    root.addHandler(console);
    // Libraries say more than operators want to read; ours comes through.
    root.setLevel(Level.WARNING);
    OURS.setLevel(Level.INFO);
  }

  @Override
  public String format(LogRecord line) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("time", line.getInstant().toString());
    fields.put("level", line.getLevel().getName().toLowerCase(Locale.ROOT));
    fields.put("message", formatMessage(line));
    fields.put("logger", String.valueOf(line.getLoggerName()));
    Object[] parameters = line.getParameters();
    if (parameters != null && parameters.length == 1 && parameters[0] instanceof Map<?, ?> named) {
      named.forEach((name, value) -> fields.put(String.valueOf(name), value));
    }
    if (line.getThrown() != null) {
      StringWriter trace = new StringWriter();
      line.getThrown().printStackTrace(new PrintWriter(trace));
      fields.put("trace", trace.toString());
    }
    return MAPPER.writeValueAsString(fields) + "\n";
  }
}
