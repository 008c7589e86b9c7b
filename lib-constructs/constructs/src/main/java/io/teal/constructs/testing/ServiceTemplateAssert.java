package io.teal.constructs.testing;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractAssert;
import software.amazon.awscdk.assertions.Match;

/** Assertions on one service in a template: what each colour runs, the weights, the sizes, the order of an update. */
public final class ServiceTemplateAssert extends AbstractAssert<ServiceTemplateAssert, ServiceTemplate> {

    ServiceTemplateAssert(ServiceTemplate actual) {
        super(actual, ServiceTemplateAssert.class);
    }

    /** Looks at the service of this name only; needed in a stack with several. */
    public ServiceTemplateAssert ofService(String name) {
        return new ServiceTemplateAssert(actual.of(name));
    }

    /** The template is that of {@code release}: its fleets, its versions, its weights. */
    public ServiceTemplateAssert settlesOn(Release release) {
        for (Color color : Color.values()) {
            String version = release.version(color).map(Version::value).orElse("");
            if (version.isEmpty()) {
                hasNoFleet(color);
            } else {
                runs(color, version);
            }
        }
        return givesTraffic(release.weight(Color.BLUE), release.weight(Color.GREEN));
    }

    /** {@code color} has one fleet, and it runs {@code version}. */
    public ServiceTemplateAssert runs(Color color, String version) {
        requireOneFleet(color);
        String running = actual.version(color).orElse("nothing");
        if (!running.equals(version)) {
            failWithMessage("expected %s to run %s, but it runs %s", color, version, running);
        }
        return this;
    }

    /** {@code color} has no fleet. */
    public ServiceTemplateAssert hasNoFleet(Color color) {
        List<String> fleets = actual.fleets(color);
        if (!fleets.isEmpty()) {
            failWithMessage("expected no fleet on %s, but there is %s", color, fleets);
        }
        return this;
    }

    /** Every production listener gives {@code blue} and {@code green}, both written, also 0. */
    public ServiceTemplateAssert givesTraffic(int blue, int green) {
        for (String listener : requireProductionListeners()) {
            List<Integer> weights = List.copyOf(actual.weights(listener).values());
            if (!weights.equals(List.of(blue, green))) {
                failWithMessage(
                        "expected weights %d (blue) and %d (green), but %s writes %s", blue, green, listener, weights);
            }
        }
        return this;
    }

    /**
     * The fleet of {@code color} has from {@code min} to {@code max} hosts, and no desired capacity that a deploy
     * resets.
     */
    public ServiceTemplateAssert hasCapacity(Color color, int min, int max) {
        requireOneFleet(color);
        Map<String, Object> group = actual.group(color);
        String found = group.get("MinSize") + " to " + group.get("MaxSize");
        if (!found.equals(min + " to " + max)) {
            failWithMessage("expected %s to have %d to %d hosts, but it has %s", color, min, max, found);
        }
        if (group.containsKey("DesiredCapacity")) {
            failWithMessage("expected no DesiredCapacity on %s: every deploy would reset a scaled fleet to it", color);
        }
        return this;
    }

    /** The launch template data of {@code color} matches {@code matcher}, as {@code Match.objectLike} does. */
    public ServiceTemplateAssert bootsFrom(Color color, Map<String, Object> matcher) {
        requireOneFleet(color);
        String id = actual.launchTemplate(color);
        Object data = actual.properties(id).get("LaunchTemplateData");
        var result = Match.objectLike(matcher).test(data);
        if (result.hasFailed()) {
            failWithMessage("launch template %s of %s: %s", id, color, String.join("; ", result.toHumanStrings()));
        }
        return this;
    }

    /** No weight can be written before every fleet is there: each production listener waits for each fleet. */
    public ServiceTemplateAssert updatesFleetsBeforeWeights() {
        TemplateGraph graph = actual.graph();
        graph.cycle().ifPresent(id -> failWithMessage("expected no cycle, but %s waits for itself", id));
        List<String> missing = new ArrayList<>();
        for (String listener : requireProductionListeners()) {
            for (Color color : Color.values()) {
                actual.fleets(color).stream()
                        .filter(fleet -> !graph.waits(listener, fleet))
                        .forEach(fleet -> missing.add(listener + " does not wait for " + fleet));
            }
        }
        if (!missing.isEmpty()) {
            failWithMessage("expected weights to wait for every fleet, but %s", String.join(", ", missing));
        }
        return this;
    }

    /** The resource of logical id {@code earlier} is updated before {@code later}. */
    public ServiceTemplateAssert updatesBefore(String earlier, String later) {
        if (!actual.graph().waits(later, earlier)) {
            failWithMessage("expected %s to wait for %s, but nothing makes it", later, earlier);
        }
        return this;
    }

    private List<String> requireProductionListeners() {
        List<String> listeners = actual.productionListeners();
        if (listeners.isEmpty()) {
            failWithMessage("expected a listener that shares traffic between the colours, but there is none");
        }
        return listeners;
    }

    private void requireOneFleet(Color color) {
        List<String> fleets = actual.fleets(color);
        if (fleets.size() != 1) {
            failWithMessage("expected one fleet on %s, but there are %s", color, fleets);
        }
    }
}
