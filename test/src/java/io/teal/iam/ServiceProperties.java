package io.teal.iam;

import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import io.teal.release.cutover.ColorProperties;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.cutover.InstallProperties;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The custom resources of one service, with the properties that they have at any release.
 *
 * @param template where they are, with both fleets
 * @param service its name
 */
record ServiceProperties(DeployedTemplate template, String service) {
    /** Logical ids of those of {@code type}, which may be none. */
    List<String> ids(String type) {
        return template.ids(type).stream()
                .filter(id -> template.map(id).get("Service").equals(service))
                .toList();
    }

    /** The one that moves traffic; where there is none, the one that installs. */
    String main() {
        return ids(ids(Contract.SHIFT).isEmpty() ? Contract.INSTALL : Contract.SHIFT)
                .get(0);
    }

    /** A text that all have. */
    String text(String key) {
        return template.map(main()).get(key).toString();
    }

    /** The properties at {@code release}. */
    CutoverProperties at(Release release) {
        return CutoverMap.read(map(main(), release));
    }

    /** Install's own properties, of the custom resource {@code id}. */
    InstallProperties install(String id) {
        return InstallProperties.read(template.map(id));
    }

    /** The properties of {@code id} at {@code release}, as CloudFormation passes them. */
    Map<String, Object> map(String id, Release release) {
        Map<String, Object> map = template.map(id);
        CutoverProperties written = CutoverMap.read(map);
        for (Color color : Color.values()) {
            map.remove(CutoverMap.name(color) + CutoverMap.PIN);
        }
        map.putAll(CutoverMap.write(with(release, written)));
        return map;
    }

    private static CutoverProperties with(Release release, CutoverProperties written) {
        return new CutoverProperties(
                written.service(),
                ReleaseRequest.of(release),
                written.strategy(),
                written.source(),
                written.gating(),
                written.timing(),
                written.maxCapacity(),
                written.minCapacity(),
                written.loadBalancer(),
                written.stateMachine(),
                written.hooks(),
                written.probe(),
                written.installed(),
                written.alarms(),
                written.notices(),
                written.guard(),
                colors(release, written),
                written.nights(),
                written.standby());
    }

    /** A colour without a version has no launch template. */
    private static Map<Color, ColorProperties> colors(Release release, CutoverProperties written) {
        Map<Color, ColorProperties> colors = new EnumMap<>(Color.class);
        for (Color color : Color.values()) {
            ColorProperties of = written.of(color);
            Optional<String> newest =
                    of.newest().filter(one -> release.version(color).isPresent());
            colors.put(color, new ColorProperties(of.group(), of.targetGroups(), of.previewUrl(), newest, of.alarms()));
        }
        return colors;
    }
}
