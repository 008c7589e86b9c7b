package io.teal.operate.clean;

import io.teal.operate.account.BootedHost;
import io.teal.operate.account.StoredImage;
import io.teal.operate.account.TemplateVersion;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which images of a service nothing uses: neither a host, nor a version of any launch template, nor the releases
 * before. The releases before are the images that hosts were launched from most recently, as EC2 reports it: a release
 * launches hosts, and a build that was never released does not count as one. One more than {@code keep} is taken: two
 * versions run at a time, so that of two neighbours the older may have launched last.
 *
 * @param hosts the hosts of the region
 * @param templates the launch template versions of the region, without those that are deleted
 * @param keep how many releases, and how many of the newest builds, are kept; from 1
 */
public record ImageUses(Collection<BootedHost> hosts, Collection<TemplateVersion> templates, int keep) {
    private static final String ALIAS = "resolve:ssm:";

    /** The ids of those of {@code images} that are in use. */
    public Set<String> of(List<StoredImage> images) {
        Set<String> used = new HashSet<>();
        hosts.forEach(host -> used.add(host.image()));
        templates.forEach(version -> used.add(version.image()));
        used.addAll(newest(images, keep, Comparator.comparing(StoredImage::created)));
        List<StoredImage> released =
                images.stream().filter(image -> image.launched().isPresent()).toList();
        used.addAll(newest(
                released,
                keep + 1,
                Comparator.comparing(image -> image.launched().orElse(Instant.MIN))));
        images.stream().filter(this::named).map(StoredImage::id).forEach(used::add);
        return images.stream().map(StoredImage::id).filter(used::contains).collect(Collectors.toSet());
    }

    private Set<String> newest(List<StoredImage> images, int most, Comparator<StoredImage> by) {
        return images.stream()
                .sorted(by.reversed())
                .limit(most)
                .map(StoredImage::id)
                .collect(Collectors.toSet());
    }

    /** A launch template may name a parameter instead of an image: whatever may be meant is in use. */
    private boolean named(StoredImage image) {
        return templates.stream()
                .map(TemplateVersion::image)
                .anyMatch(name -> name.startsWith(ALIAS) && name.contains(image.version()));
    }
}
