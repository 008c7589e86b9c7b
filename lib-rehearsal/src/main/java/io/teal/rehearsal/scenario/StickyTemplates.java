package io.teal.rehearsal.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.cloudformation.StackReader;
import io.teal.rehearsal.template.Resource;
import io.teal.release.Contract;
import io.teal.release.cutover.TimingMap;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The templates of an app as they would be with {@code ApplicationOptions.stickToVersion}, for as long as its bake.
 * Behind a Network Load Balancer, which cannot, as they are.
 *
 * @param app the app's own
 */
record StickyTemplates(Templates app) implements Templates {
    private static final String STICKY = "TargetGroupStickinessConfig";

    @Override
    public StackModel of(String flags) throws IOException, InterruptedException {
        StackModel model = app.of(flags);
        boolean flows = model.listeners().values().stream()
                .anyMatch(listener -> listener.flowIdle().isPresent());
        Optional<Integer> bake = model.template().ofType(Contract.SHIFT).stream()
                .map(shift -> timing(shift).path("Bake").asInt())
                .findFirst();
        return flows || bake.isEmpty()
                ? model
                : StackReader.read(model.template().changed(resource -> sticky(resource, bake.get())));
    }

    private static JsonNode timing(Resource resource) {
        return resource.body().path("Properties").path("Timing");
    }

    private static Resource sticky(Resource resource, int seconds) {
        Resource copy = new Resource(
                resource.id(), resource.type(), resource.body().deepCopy(), resource.dependsOn(), resource.doubt());
        if (timing(copy) instanceof ObjectNode times) {
            times.put(TimingMap.STICKY, Integer.toString(seconds));
        }
        for (String actions : List.of("DefaultActions", "Actions")) {
            JsonNode all = copy.body().path("Properties").path(actions);
            all.forEach(action -> sticky(action.path("ForwardConfig"), seconds));
        }
        return copy;
    }

    private static void sticky(JsonNode forward, int seconds) {
        if (forward.path("TargetGroups").size() > 1) {
            ((ObjectNode) forward).putObject(STICKY).put("Enabled", true).put("DurationSeconds", seconds);
        }
    }
}
