package io.teal.rehearsal.judge;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.Remark;
import io.teal.rehearsal.aws.elb.TargetGroupReader;
import io.teal.rehearsal.template.Fields;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What only the real hosts can show: their image, what they do as they boot, and what their service listens on. */
final class HostUnknowns {
    private HostUnknowns() {}

    static Stream<Remark> of(TemplateFacts facts) {
        Set<String> ports = new LinkedHashSet<>();
        facts.ofType(TargetGroupReader.TARGET_GROUP).forEach(group -> ports.add(asked(facts.fields(group))));
        return Stream.of(
                        facts.model().fleets().isEmpty()
                                ? Stream.<Remark>empty()
                                : Stream.of(Remark.notJudged(
                                        "whether the images of the hosts exist, and what their user data does")),
                        ports.stream()
                                .map(one -> Remark.notJudged("whether your service answers " + one
                                        + ": whatever runs here listens where it is asked")))
                .flatMap(all -> all);
    }

    /** As {@code HTTP on port 8080, health checks of /health}. */
    private static String asked(Fields group) {
        String protocol = group.text("Protocol", "HTTP");
        String checks = group.text("HealthCheckProtocol", protocol);
        JsonNode path = group.at("HealthCheckPath");
        String port = group.text("HealthCheckPort", "traffic-port");
        return protocol + " on port " + group.name("Port", "?") + ", and health checks by " + checks
                + (checks.startsWith("HTTP") ? " of " + path.asText("/") : "")
                + (port.equals("traffic-port") ? "" : " on port " + port);
    }
}
