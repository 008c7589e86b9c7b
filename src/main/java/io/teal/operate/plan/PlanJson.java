package io.teal.operate.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.teal.operate.account.SingleFleet;
import io.teal.operate.account.StackState;
import io.teal.release.Color;
import io.teal.release.observation.Weights;
import io.teal.release.preflight.Verdict;
import java.time.Duration;

/** Writes an outlook as JSON. A change of a name changes {@code schema}; a new name does not. */
public final class PlanJson {
    /** The schema's number. */
    public static final int SCHEMA = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private PlanJson() {}

    /** {@code outlook} in JSON, on one line; {@code offline} if what is live was taken from a template. */
    public static String text(PlanReader.Outlook outlook, boolean offline) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", SCHEMA)
                .put("stack", outlook.stack())
                .put("status", outlook.state().map(StackState::status).orElse(null))
                .put("offline", offline)
                .put("accepted", outlook.accepted());
        ArrayNode services = root.putArray("services");
        outlook.services().forEach(service -> services.add(tree(service)));
        ArrayNode fleets = root.putArray("singleFleets");
        outlook.fleets().forEach(fleet -> fleets.add(tree(fleet)));
        return root.toString();
    }

    private static ObjectNode tree(FleetForecast fleet) {
        ObjectNode root = JSON.createObjectNode();
        root.put("service", fleet.next().service())
                .put("inPlace", fleet.next().inPlace())
                .put("accepted", fleet.accepted())
                .put("changes", fleet.changes())
                .put("now", fleet.deployed().flatMap(SingleFleet::version).orElse(null))
                .put("then", fleet.next().version().orElse(null))
                .put("secondsAtLeast", fleet.atLeast().toSeconds())
                .put("secondsAtMost", fleet.atMost().toSeconds());
        if (fleet.exists()) {
            root.putObject("hosts")
                    .put("now", fleet.hosts())
                    .put("during", fleet.during())
                    .put("after", fleet.hosts());
        } else {
            root.putNull("hosts");
        }
        return root;
    }

    private static ObjectNode tree(Forecast service) {
        ObjectNode root = JSON.createObjectNode();
        root.put("service", service.next().service())
                .put("strategy", service.next().way().toString())
                .put("accepted", service.accepted());
        refused(service, root);
        root.put("overBudget", service.overBudget().orElse(null))
                .put("secondsAtLeast", service.atLeast().toSeconds())
                .put("secondsAtMost", service.atMost().toSeconds())
                .put(
                        "secondsBackAtMost",
                        service.wayBack().map(Duration::toSeconds).orElse(null));
        stages(service, root.putArray("stages"));
        hosts(service, root);
        standby(service, root);
        ObjectNode waits = root.putObject("keepsLaunchTemplateVersion");
        for (Color color : Color.values()) {
            waits.put(color.toString(), service.keeps(color).orElse(null));
        }
        return root;
    }

    private static void refused(Forecast service, ObjectNode root) {
        if (service.verdict() instanceof Verdict.Refused refused) {
            root.putObject("refused")
                    .put("rule", refused.rule().name())
                    .put("reason", refused.reason())
                    .put("remedy", refused.remedy());
        } else {
            root.putNull("refused");
        }
    }

    private static void stages(Forecast service, ArrayNode stages) {
        for (Stage stage : service.stages()) {
            ObjectNode node = stages.addObject()
                    .put("what", stage.what())
                    .put("secondsAtLeast", stage.takes().toSeconds())
                    .put("secondsAtMost", stage.atMost().toSeconds());
            stage.live().ifPresentOrElse(live -> live(live, node.putObject("live")), () -> node.putNull("live"));
        }
    }

    private static void live(Weights live, ObjectNode into) {
        for (Color color : Color.values()) {
            into.put(color.toString(), live.of(color));
        }
    }

    private static void hosts(Forecast service, ObjectNode root) {
        service.capacity()
                .ifPresentOrElse(
                        capacity -> root.putObject("hosts")
                                .put("now", capacity.now())
                                .put("during", capacity.during())
                                .put("after", capacity.after())
                                .put("idle", capacity.idle()),
                        () -> root.putNull("hosts"));
    }

    private static void standby(Forecast service, ObjectNode root) {
        RestingStandby.of(service)
                .ifPresentOrElse(
                        small -> root.putObject("standby")
                                .put("color", small.color().toString())
                                .put("hosts", small.hosts())
                                .put("fewer", small.fewer())
                                .put("secondsToGrowAtMost", small.grows().toSeconds()),
                        () -> root.putNull("standby"));
    }
}
