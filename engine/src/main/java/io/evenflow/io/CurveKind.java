package io.evenflow.io;

import io.evenflow.fleet.ChargingCurve;
import io.evenflow.fleet.ChargingCurve.Point;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A charging curve: a list of pairs of a state of charge and a power. */
final class CurveKind {
  static final Kind<ChargingCurve> CURVE =
      new Kind<>(CurveKind::read, CurveKind::write, range -> schema(), curve -> false, null);

  private CurveKind() {}

  private static ChargingCurve read(JsonObject object, String field) {
    List<Point> points = new ArrayList<>();
    for (double[] pair : object.pairs(field)) {
      points.add(new Point(pair[0], pair[1]));
    }
    return new ChargingCurve(points);
  }

  private static JsonNode write(String field, ChargingCurve curve) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Point point : curve.points()) {
      list.add(Json.numbers(field, new double[] {point.stateOfCharge(), point.maxKw()}));
    }
    return list;
  }

  private static ObjectNode schema() {
    ObjectNode pair = Kind.type("array");
    pair.putArray("prefixItems")
        .add(Range.ANY.from(0).to(1).bound(Kind.type("number")))
        .add(Range.ANY.from(0).bound(Kind.type("number")));
    pair.put("items", false).put("minItems", 2);
    return Kind.list(pair).put("minItems", 1);
  }
}
