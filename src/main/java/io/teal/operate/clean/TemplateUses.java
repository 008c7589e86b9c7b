package io.teal.operate.clean;

import io.teal.operate.account.BootedHost;
import io.teal.operate.account.TemplateVersion;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which versions of a launch template nothing needs: older than the newest ones, of which one is what a rollback of the
 * stack names; not the default; and neither a group nor a host has it.
 *
 * @param pinned the version of each group of the stack, as Auto Scaling says it
 * @param hosts the hosts of the region
 */
public record TemplateUses(Collection<String> pinned, Collection<BootedHost> hosts) {
    /** How many of the newest stay. */
    public static final int KEPT = 20;

    /** The numbers of those of {@code versions}, of one launch template, that can go, ascending. */
    public List<Long> unused(List<TemplateVersion> versions) {
        Set<Long> needed = new HashSet<>();
        pinned.stream().filter(text -> text.matches("\\d+")).map(Long::valueOf).forEach(needed::add);
        for (BootedHost host : hosts) {
            versions.stream()
                    .filter(version -> host.template().equals(Optional.of(version.template())))
                    .forEach(version -> host.number().ifPresent(needed::add));
        }
        return versions.stream()
                .sorted(Comparator.comparing(TemplateVersion::number).reversed())
                .skip(KEPT)
                .filter(version -> !version.standard())
                .map(TemplateVersion::number)
                .filter(number -> !needed.contains(number))
                .sorted()
                .toList();
    }
}
