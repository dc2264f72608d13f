import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import java.io.File;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.minidev.json.JSONArray;
import net.minidev.json.JSONObject;
import net.minidev.json.JSONStyle;
import net.minidev.json.JSONValue;
import org.apache.commons.lang.StringEscapeUtils;

/**
 * What API Gateway does with an answer, with the libraries that it is said to use: java.util.regex and Apache Velocity, of which AWS doesn't
 * name the version, so two are run.
 *
 * Arguments: the folder of the jars, a file of cases, a file for the results; both JSON.
 */
public class Gateway {
  private final List<Engine> engines = new ArrayList<>();
  private final Map<String, Pattern> patterns = new HashMap<>();

  public static void main(String[] args) throws Exception {
    Gateway gateway = new Gateway();
    gateway.engines.add(new Engine(args[0], "velocity-1.7", "commons-collections-", "commons-lang-"));
    gateway.engines.add(new Engine(args[0], "velocity-engine-core-", "commons-lang3-", "slf4j-api-"));
    JSONObject input = (JSONObject) JSONValue.parse(Files.readString(Path.of(args[1])));
    JSONArray sets = (JSONArray) input.get("sets");
    JSONArray results = new JSONArray();
    for (Object each : (JSONArray) input.get("cases")) {
      JSONObject one = (JSONObject) each;
      results.add(gateway.run((JSONArray) sets.get(((Number) one.get("set")).intValue()), one));
    }
    Files.writeString(Path.of(args[2]), ascii(results.toJSONString(JSONStyle.NO_COMPRESS)));
  }

  /** The indices of the responses whose pattern matches, and what the chosen one becomes in each engine. */
  private JSONObject run(JSONArray responses, JSONObject one) throws Exception {
    String message = (String) one.get("message");
    JSONArray matching = new JSONArray();
    int chosen = -1;
    for (int i = 0; i < responses.size(); i++) {
      String pattern = (String) ((JSONObject) responses.get(i)).get("pattern");
      if (pattern == null) {
        chosen = chosen < 0 ? i : chosen;
      } else if (patterns.computeIfAbsent(pattern, Pattern::compile).matcher(message).matches()) {
        matching.add(i);
        chosen = i;
      }
    }
    JSONArray rendered = new JSONArray();
    for (Engine engine : engines) {
      rendered.add(engine.render((String) ((JSONObject) responses.get(chosen)).get("template"), one));
    }
    JSONObject result = new JSONObject();
    result.put("matching", matching);
    result.put("chosen", chosen);
    result.put("rendered", rendered);
    return result;
  }

  /** A half of a pair of surrogates is no UTF-8. */
  private static String ascii(String text) {
    StringBuilder result = new StringBuilder();
    for (char unit : text.toCharArray()) {
      result.append(unit < 127 ? String.valueOf(unit) : String.format("\\u%04x", (int) unit));
    }
    return result.toString();
  }

  /** One version of Velocity, in a class loader of its own. */
  private static class Engine {
    private final Object engine;
    private final Class<?> contextClass;
    private final Method evaluate;

    Engine(String folder, String... prefixes) throws Exception {
      List<URL> jars = new ArrayList<>();
      for (File file : new File(folder).listFiles()) {
        for (String prefix : prefixes) {
          if (file.getName().startsWith(prefix)) jars.add(file.toURI().toURL());
        }
      }
      ClassLoader loader = new URLClassLoader(jars.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
      Thread.currentThread().setContextClassLoader(loader);
      Class<?> engineClass = loader.loadClass("org.apache.velocity.app.VelocityEngine");
      engine = engineClass.getDeclaredConstructor().newInstance();
      // Only the older version writes a log file unless told so.
      engineClass.getMethod("setProperty", String.class, Object.class)
        .invoke(engine, "runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
      engineClass.getMethod("init").invoke(engine);
      contextClass = loader.loadClass("org.apache.velocity.VelocityContext");
      evaluate = engineClass.getMethod("evaluate", loader.loadClass("org.apache.velocity.context.Context"), Writer.class, String.class, String.class);
    }

    JSONObject render(String template, JSONObject one) throws Exception {
      JSONObject context = (JSONObject) JSONValue.parse(((JSONObject) one.get("context")).toJSONString());
      JSONObject override = new JSONObject();
      override.put("header", new JSONObject());
      context.put("responseOverride", override);
      Map<String, Object> variables = new HashMap<>();
      variables.put("context", context);
      variables.put("stageVariables", one.get("stageVariables"));
      variables.put("util", new Util());
      variables.put("input", new Input((String) one.get("body"), one.get("params")));
      StringWriter writer = new StringWriter();
      evaluate.invoke(engine, contextClass.getConstructor(Map.class).newInstance(variables), writer, "template", template);
      JSONObject result = new JSONObject();
      result.put("body", writer.toString());
      result.put("override", override);
      return result;
    }
  }

  /** `$util`. */
  public static class Util {
    public String escapeJavaScript(String text) {
      return StringEscapeUtils.escapeJavaScript(text);
    }
  }

  /** `$input`. A path that leads nowhere gives nothing. */
  public static class Input {
    private static final Configuration PATHS = Configuration.defaultConfiguration().addOptions(Option.SUPPRESS_EXCEPTIONS);
    private final String body;
    private final Object params;

    Input(String body, Object params) {
      this.body = body;
      this.params = params;
    }

    public String getBody() {
      return body;
    }

    public Object path(String path) {
      Object found = JsonPath.using(PATHS).parse(body).read(path);
      return found == null ? "" : found;
    }

    public String json(String path) {
      return JSONValue.toJSONString(path(path), JSONStyle.NO_COMPRESS);
    }

    public Object params() {
      return params;
    }
  }
}
