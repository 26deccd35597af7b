package etl.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is asked of one service of a system's compose file.
///
/// @param system name of the folder
/// @param name name of the service
/// @param node its definition
/// @param all all services of the file
record ComposeService(String system, String name, YamlNode node, Map<String, YamlNode> all) {

    /// Told a problem: the line, and what is wrong there.
    interface Report {
        void problem(long line, String message);
    }

    private static final Pattern DEFAULT = Pattern.compile("\\$\\{\\w+:?-([^}]*)}");
    private static final Pattern PINNED =
            Pattern.compile(".+(:(?!latest$)\\w[\\w.-]*|@sha256:[0-9a-f]{64})");

    /// Images of this name are built here and published nowhere.
    private static final String OWN = "etlbench/";

    private static final String INTERVAL =
            "healthcheck interval must be 1h: it runs in what is measured";

    void check(Report report) {
        image(report);
        build(report);
        health(report);
        ports(report);
        Map<String, String> environment =
                node.get("environment").map(YamlNode::pairs).orElse(Map.of());
        if (!"UTC".equals(environment.get("TZ"))) {
            report.problem(line("environment"), "environment must set TZ to UTC");
        }
    }

    /// Only what is there: an override says what differs.
    void checkOverride(Report report) {
        if (node.get("image").isPresent()) {
            image(report);
        }
        build(report);
        node.get("healthcheck").ifPresent(health -> interval(health, report));
        ports(report);
        String zone = node.get("environment").map(e -> e.pairs().get("TZ")).orElse(null);
        if (zone != null && !zone.equals("UTC")) {
            report.problem(line("environment"), "environment must set TZ to UTC");
        }
    }

    private void image(Report report) {
        String written = node.text("image").orElse("");
        String image = DEFAULT.matcher(written).replaceAll("$1");
        if (image.isEmpty()) {
            report.problem(line("image"), "has no image");
        } else if (!PINNED.matcher(image).matches()) {
            report.problem(line("image"), "image " + image + " has no fixed version");
        } else if (!image.startsWith(OWN) && image.equals(written)) {
            report.problem(
                    line("image"),
                    "image must be exchangeable: write ${NAME_IMAGE:-" + image + "}");
        }
    }

    private void build(Report report) {
        boolean own = node.text("image").orElse("").startsWith(OWN);
        if (own && !isBuilt()) {
            report.problem(line("image"), "uses an image of ours and has no build");
        }
        if (own && !"never".equals(node.text("pull_policy").orElse(""))) {
            report.problem(
                    line("image"), "pull_policy must be never: a stranger may publish that name");
        }
        node.get("build")
                .filter(build -> !system.equals(builtLabel(build)))
                .ifPresent(
                        build ->
                                report.problem(
                                        build.line(),
                                        "build must set the label etlbench.built: " + system));
    }

    /// Services may share an image: one build is enough, each more would make an image of its own.
    private boolean isBuilt() {
        return all.values().stream()
                .filter(other -> other.text("image").equals(node.text("image")))
                .anyMatch(other -> other.get("build").isPresent());
    }

    private static String builtLabel(YamlNode build) {
        return build.get("labels").map(YamlNode::pairs).orElse(Map.of()).get("etlbench.built");
    }

    private void health(Report report) {
        YamlNode health = node.get("healthcheck").orElse(null);
        if (health == null) {
            if (!isOver()) {
                report.problem(node.line(), "has no healthcheck");
            }
            return;
        }
        if (health.get("test").isEmpty()) {
            report.problem(health.line(), "healthcheck has no test");
        }
        if (health.get("interval").isEmpty()) {
            report.problem(health.line(), INTERVAL);
        }
        interval(health, report);
        if (health.get("start_interval").isEmpty() || health.get("start_period").isEmpty()) {
            report.problem(
                    health.line(), "healthcheck needs start_period and start_interval, e.g. 1s");
        }
    }

    private static void interval(YamlNode health, Report report) {
        health.get("interval")
                .filter(interval -> !interval.text().equals(Optional.of("1h")))
                .ifPresent(interval -> report.problem(health.line(), INTERVAL));
    }

    /// Whether another service waits for this one's end: then it need not be healthy.
    private boolean isOver() {
        return all.values().stream()
                .flatMap(other -> other.get("depends_on").flatMap(d -> d.get(name)).stream())
                .flatMap(dependency -> dependency.text("condition").stream())
                .anyMatch("service_completed_successfully"::equals);
    }

    private void ports(Report report) {
        for (YamlNode port : node.get("ports").map(YamlNode::items).orElse(List.of())) {
            String host = port.text().or(() -> port.text("host_ip")).orElse("");
            if (!host.startsWith("127.0.0.1")) {
                report.problem(port.line(), "ports must be open on 127.0.0.1 only");
            }
        }
    }

    private long line(String key) {
        return node.get(key).map(YamlNode::line).orElse(node.line());
    }

    /// Whether a service mounts exactly this volume, written in the short form.
    static boolean mounts(YamlNode service, String volume) {
        return service.get("volumes").map(YamlNode::items).orElse(List.of()).stream()
                .anyMatch(item -> item.text().orElse("").equals(volume));
    }
}
