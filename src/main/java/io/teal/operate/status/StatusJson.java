package io.teal.operate.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.Slot;
import io.teal.release.Version;
import io.teal.release.observation.Weights;
import java.util.Optional;

/**
 * Writes a status as JSON. A change of a name changes {@code schema}; a new name does not. What is not known, or does
 * not exist, is null.
 */
public final class StatusJson {
    /** The schema's number. */
    public static final int SCHEMA = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private StatusJson() {}

    /** {@code status} in JSON. */
    public static ObjectNode tree(Status status) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", SCHEMA)
                .put("at", status.at().toString())
                .put("stack", status.stack().name())
                .put("status", status.stack().status())
                .put("direction", status.stack().direction().name())
                .put("settled", status.settled());
        ArrayNode services = root.putArray("services");
        status.services().forEach(service -> services.add(tree(service)));
        ArrayNode single = root.putArray("singleFleets");
        status.singleFleets().forEach(fleet -> single.add(tree(fleet)));
        return root;
    }

    private static ObjectNode tree(SingleFleetStatus one) {
        ObjectNode root = JSON.createObjectNode();
        root.put("service", one.fleet().service())
                .put("unsettled", one.unsettled().orElse(null))
                .put("inPlace", one.fleet().inPlace())
                .put("runs", one.runs())
                .put("desired", one.desired())
                .put("outdated", one.outdated());
        one.healthy().forEach(root.putArray("healthy")::add);
        return root;
    }

    private static ObjectNode tree(ServiceStatus service) {
        ObjectNode root = JSON.createObjectNode();
        root.put("service", service.name()).put("unsettled", service.unsettled().orElse(null));
        release(service.release(), root.putObject("release"));
        weights(service.live(), root);
        ObjectNode fleets = root.putObject("fleets");
        for (Color color : Color.values()) {
            service.fleet(color)
                    .ifPresentOrElse(
                            fleet -> fleet(fleet, fleets.putObject(color.toString())),
                            () -> fleets.putNull(color.toString()));
        }
        ArrayNode runs = root.putArray("runs");
        service.runs()
                .forEach(run -> runs.addObject()
                        .put("name", run.name())
                        .put("started", run.started().toString())
                        .put("line", run.line()));
        root.put("guard", service.guard().orElse(null));
        service.failure()
                .ifPresentOrElse(failure -> failure(failure, root.putObject("failure")), () -> root.putNull("failure"));
        return root;
    }

    private static void failure(FailedRun failure, ObjectNode into) {
        into.put("name", failure.name()).put("started", failure.started().toString());
        ArrayNode lines = into.putArray("lines");
        failure.lines().forEach(lines::add);
    }

    private static void release(Release release, ObjectNode into) {
        into.put("active", release.active().toString());
        for (Color color : Color.values()) {
            boolean unsaid = release.slot(color).equals(Slot.UNSAID);
            into.put(
                    color.toString(),
                    unsaid ? null : release.version(color).map(Version::value).orElse(Version.NONE));
        }
        into.put("candidatePercent", release.candidatePercent());
    }

    private static void weights(Optional<Weights> live, ObjectNode into) {
        if (live.isEmpty()) {
            into.putNull("live");
            return;
        }
        ObjectNode weights = into.putObject("live");
        for (Color color : Color.values()) {
            weights.put(color.toString(), live.get().of(color));
        }
    }

    private static void fleet(FleetStatus fleet, ObjectNode into) {
        into.put("version", fleet.version().map(Version::value).orElse(null))
                .put("promoted", fleet.promoted())
                .put("desired", fleet.fleet().desired())
                .put("max", fleet.fleet().max())
                .put("strangers", fleet.fleet().strangers())
                .put("launchTemplateVersion", fleet.configuration())
                .put("newestLaunchTemplateVersion", fleet.newest().orElse(null))
                .put("waits", fleet.waits());
        ArrayNode healthy = into.putArray("healthy");
        fleet.fleet().healthy().forEach(healthy::add);
    }
}
