package io.teal.constructs.testing;

import io.teal.constructs.internal.lastlook.TemplateGraph;
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
        if (!actual.services().contains(name)) {
            failWithMessage("expected a service called %s, but the template has %s", name, actual.services());
        }
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
        String running = actual.version(oneFleet(color));
        if (!running.equals(version)) {
            failWithMessage("expected %s to run %s, but it runs %s", color, version, running);
        }
        return this;
    }

    /** {@code color} has no fleet. */
    public ServiceTemplateAssert hasNoFleet(Color color) {
        requireOneService();
        List<String> fleets = actual.fleets(color);
        if (!fleets.isEmpty()) {
            failWithMessage("expected no fleet on %s, but there is %s", color, fleets);
        }
        return this;
    }

    /**
     * Every production listener gives {@code blue} and {@code green}, each to the target group of that colour's fleet;
     * both are written, also 0.
     */
    public ServiceTemplateAssert givesTraffic(int blue, int green) {
        for (String listener : requireProductionListeners()) {
            String found = written(listener, Color.BLUE) + " and " + written(listener, Color.GREEN);
            if (!found.equals(blue + " and " + green)) {
                failWithMessage(
                        "expected blue and green to get %d and %d, but %s gives %s", blue, green, listener, found);
            }
        }
        return this;
    }

    /**
     * The fleet of {@code color} has from {@code min} to {@code max} hosts, and no desired capacity that a deploy
     * resets.
     */
    public ServiceTemplateAssert hasCapacity(Color color, int min, int max) {
        Map<String, Object> group = actual.properties(oneFleet(color));
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
        String fleet = oneFleet(color);
        String id = actual.launchTemplate(fleet).orElse("");
        if (id.isEmpty()) {
            failWithMessage(
                    "expected %s to boot from a launch template of this template, but %s does not", color, fleet);
        }
        Object data = actual.properties(id).get("LaunchTemplateData");
        var result = Match.objectLike(matcher).test(data);
        if (result.hasFailed()) {
            failWithMessage(
                    "expected %s to boot from %s, but in %s: %s",
                    color, matcher, id, String.join("; ", result.toHumanStrings()));
        }
        return this;
    }

    /** No weight can be written before every fleet is there: each production listener waits for each fleet. */
    public ServiceTemplateAssert updatesFleetsBeforeWeights() {
        TemplateGraph graph = actual.graph();
        graph.cycle().stream()
                .findFirst()
                .ifPresent(id -> failWithMessage("expected no cycle, but %s waits for itself", id));
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
        for (String id : List.of(earlier, later)) {
            if (!actual.has(id)) {
                failWithMessage("expected a resource of logical id %s, but there is none", id);
            }
        }
        if (!actual.graph().waits(later, earlier)) {
            failWithMessage("expected %s to wait for %s, but nothing orders them", later, earlier);
        }
        return this;
    }

    private List<String> requireProductionListeners() {
        requireOneService();
        List<String> listeners = actual.productionListeners();
        if (listeners.isEmpty()) {
            failWithMessage("expected a listener that shares traffic between the colours, but there is none");
        }
        return listeners;
    }

    private String oneFleet(Color color) {
        requireOneService();
        List<String> fleets = actual.fleets(color);
        if (fleets.size() != 1) {
            failWithMessage("expected one fleet on %s, but there are %s", color, fleets);
        }
        return fleets.get(0);
    }

    private void requireOneService() {
        if (actual.isAmbiguous()) {
            failWithMessage("expected one service, but there are %s; say which with ofService", actual.services());
        }
    }

    private String written(String listener, Color color) {
        return actual.weight(listener, color).map(String::valueOf).orElse("nothing");
    }
}
