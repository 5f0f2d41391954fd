package io.evenflow.io;

import static io.evenflow.io.Field.object;
import static io.evenflow.io.Field.series;

import io.evenflow.fleet.Connection;
import io.evenflow.time.Series;

/** What a connection carries each way. */
final class ConnectionShape {
  private static final Field<Series> IMPORT =
      series("import")
          .optional("no limit")
          .unit("kW")
          .from(0)
          .says("a number or T numbers: most that may be drawn, 0 or more");
  private static final Field<Series> EXPORT =
      series("export")
          .optional("no limit")
          .unit("kW")
          .from(0)
          .says("a number or T numbers: most that may be fed in, 0 or more");

  static final Shape<Connection> SHAPE =
      Shape.of(
              "Maybe the sign is wrong: export is a number of its own, 0 or more.",
              connection -> new Connection(connection.orNull(IMPORT), connection.orNull(EXPORT)))
          .with(IMPORT, Connection::importKw)
          .with(EXPORT, Connection::exportKw);

  static final Field<Connection> FIELD =
      object("connectionKw", SHAPE)
          .or(Connection.UNLIMITED, "no limits")
          .unit("kW")
          .second()
          .says("limits of the net power");

  private ConnectionShape() {}
}
