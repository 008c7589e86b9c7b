package io.teal.operate.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.teal.operate.account.HostRefresh;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.Slot;
import io.teal.release.Version;
import io.teal.release.observation.Weights;
import java.time.Instant;
import java.util.List;
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
        one.refresh()
                .ifPresentOrElse(refresh -> refresh(refresh, root.putObject("refresh")), () -> root.putNull("refresh"));
        runs(one.installs(), root.putArray("installs"));
        failure(one.failure(), root);
        return root;
    }

    private static void refresh(HostRefresh refresh, ObjectNode into) {
        into.put("id", refresh.id())
                .put("status", refresh.status())
                .put("began", refresh.began().map(Instant::toString).orElse(null))
                .put("percent", refresh.percent())
                .put("left", refresh.left())
                .put("launchTemplateVersion", refresh.version().orElse(null))
                .put("reason", refresh.reason());
    }

    private static void runs(List<RunStatus> runs, ArrayNode into) {
        runs.forEach(run -> into.addObject()
                .put("name", run.name())
                .put("started", run.started().toString())
                .put("line", run.line()));
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
        runs(service.runs(), root.putArray("runs"));
        root.put("guard", service.guard().orElse(null));
        failure(service.failure(), root);
        return root;
    }

    private static void failure(Optional<FailedRun> failure, ObjectNode into) {
        if (failure.isEmpty()) {
            into.putNull("failure");
            return;
        }
        ObjectNode node = into.putObject("failure");
        node.put("name", failure.get().name())
                .put("started", failure.get().started().toString());
        failure.get().lines().forEach(node.putArray("lines")::add);
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
