package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.cutover.InstallProperties;
import io.teal.release.port.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What Install installs, and on which hosts.
 *
 * @param install Install's properties
 * @param fleet name of the Auto Scaling group whose hosts get it
 * @param wanted the tags of a host afterwards: one for each colour on it, or one if there are no colours
 * @param alarms names of the alarms that are watched after an installation in place
 */
record Installable(InstallProperties install, String fleet, List<Wanted> wanted, List<String> alarms) {

    /**
     * The version tag of a host.
     *
     * @param color of which colour; empty if there are none
     * @param key key of the tag
     * @param version the version, or {@code none}
     */
    record Wanted(Optional<Color> color, String key, String version) {}

    /**
     * What {@code event} asks for. The properties are made for two colours: an installation in place has none, so its
     * group, version and alarms are stored as blue's, and the colour is dropped here.
     */
    static Installable of(Event event) {
        CutoverProperties properties = event.properties();
        InstallProperties install = event.install();
        List<Color> colors = install.color().map(List::of).orElse(List.of(Color.values()));
        boolean inPlace = install.inPlace().isPresent();
        List<Wanted> wanted = colors.stream()
                .map(color -> new Wanted(
                        Optional.of(color).filter(any -> !inPlace),
                        inPlace
                                ? Contract.VERSION_TAG
                                : ColorTags.of(properties, color).versionKey(),
                        properties.request().release().versionOrNone(color)))
                .toList();
        List<String> alarms = new ArrayList<>(properties.alarms());
        install.color().ifPresent(color -> alarms.addAll(properties.of(color).alarms()));
        return new Installable(install, properties.of(colors.get(0)).group(), wanted, alarms);
    }

    Revision revision() {
        return new Revision(install.bucket(), install.key());
    }

    /** The colour with a fleet of its own; empty if both share the hosts, or there are none. */
    Optional<Color> color() {
        return wanted.size() == 1 ? wanted.get(0).color() : Optional.empty();
    }

    /** The wanted tags that are not among {@code tags}. */
    List<Wanted> differing(CutoverProperties properties, Map<String, String> tags) {
        return wanted.stream().filter(one -> !says(properties, one, tags)).toList();
    }

    private static boolean says(CutoverProperties properties, Wanted one, Map<String, String> tags) {
        return one.color()
                .map(color -> ColorTags.of(properties, color).says(tags, one.version()))
                .orElseGet(() -> one.version().equals(tags.get(one.key())));
    }

    /** The versions, with their colours if there are any, and where they come from. */
    @Override
    public String toString() {
        return wanted.stream()
                        .map(one -> one.color().map(color -> color + " ").orElse("") + one.version())
                        .collect(Collectors.joining(", "))
                + " (" + revision() + ")";
    }
}
