package io.evenflow.service.http;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** openapi.json, as something every answer is held against. */
public final class Description {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final JsonNode ROOT = MAPPER.readTree(Resource.text("openapi.json"));
  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

  private Description() {}

  /** Its document. */
  static JsonNode root() {
    return ROOT;
  }

  /** Fails where the answer is not as described: status, type, headers that must be, body. */
  public static void require(String method, String path, HttpResponse<String> answer) {
    String place = method + " " + path + " -> " + answer.statusCode();
    JsonNode operation = operation(path, method.toLowerCase(java.util.Locale.ROOT));
    JsonNode response = operation.path("responses").path(Integer.toString(answer.statusCode()));
    if (response.has("$ref")) {
      response = ROOT.at(response.get("$ref").asString().substring(1));
    }
    if (response.isMissingNode()) {
      throw new AssertionError(place + " is not described: " + answer.body());
    }
    requireHeaders(place, response, answer);
    String type = answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
    JsonNode content = response.path("content");
    if (content.isMissingNode()) {
      if (!answer.body().isEmpty()) {
        throw new AssertionError(place + " should have no body: " + answer.body());
      }
      return;
    }
    if (!content.has(type)) {
      throw new AssertionError(place + " has type '" + type + "'");
    }
    if (type.endsWith("json")) {
      requireBody(place, content.get(type).get("schema"), answer.body());
    }
  }

  private static void requireHeaders(String place, JsonNode response, HttpResponse<String> answer) {
    for (String name : response.path("headers").propertyNames()) {
      if (answer.headers().firstValue(name).isEmpty()) {
        throw new AssertionError(place + " has no header " + name);
      }
    }
  }

  private static void requireBody(String place, JsonNode schema, String body) {
    Schema validator = SCHEMAS.computeIfAbsent(schema.toString(), text -> schema(schema));
    var errors = validator.validate(body, InputFormat.JSON);
    if (!errors.isEmpty()) {
      throw new AssertionError(place + ": " + errors + "\n" + body);
    }
  }

  /** The schema of an answer with all components, so that its references lead somewhere. */
  private static Schema schema(JsonNode schema) {
    ObjectNode whole = ((ObjectNode) schema).deepCopy();
    whole.set("components", ROOT.get("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(whole.toString());
  }

  private static JsonNode operation(String path, String method) {
    String bare = path.split("\\?")[0];
    List<String> names = List.copyOf(ROOT.get("paths").propertyNames());
    for (String name : names) {
      if (Pattern.matches(name.replaceAll("\\{\\w+}", "[^/]+"), bare)) {
        JsonNode operation = ROOT.get("paths").get(name).path(method);
        if (!operation.isMissingNode()) {
          return operation;
        }
      }
    }
    throw new AssertionError(method + " " + bare + " is not described");
  }
}
