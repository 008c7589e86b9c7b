package io.teal.rehearsal.journey;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.aws.autoscaling.FleetReader;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.Resource;
import io.teal.rehearsal.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tags whose keys end in "version": which of them tell the version of a release. */
final class VersionTags {
    private VersionTags() {}

    /** What a group says of its version in one template, and what its hosts boot. */
    private record Claim(String group, String version, JsonNode boots) {}

    /**
     * The Auto Scaling groups whose tags tell nothing: every group and template has the same, or one of them has the
     * same for two things that hosts boot.
     */
    static Set<String> untold(List<Template> templates) {
        List<Claim> claims = new ArrayList<>();
        templates.forEach(template -> template.ofType(FleetReader.FLEET)
                .forEach(group -> Fields.reading(template, group, () -> claims.addAll(claims(template, group)))));
        boolean one = claims.stream().map(Claim::version).distinct().count() == 1;
        return claims.stream()
                .filter(claim -> one || claims.stream().anyMatch(other -> contradicts(claim, other)))
                .map(Claim::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Claim> claims(Template template, Resource group) {
        Fields fields = new Fields(template, group);
        return FleetReader.guessedVersion(fields, template)
                .map(version -> List.of(new Claim(group.id(), version, FleetReader.boots(fields, template))))
                .orElse(List.of());
    }

    private static boolean contradicts(Claim one, Claim other) {
        return one.group().equals(other.group())
                && one.version().equals(other.version())
                && !one.boots().equals(other.boots());
    }
}
