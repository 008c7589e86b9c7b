package io.teal.operate.clean;

import io.teal.operate.account.StoredImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a stack's releases have left behind and nothing uses.
 *
 * @param stack the stack
 * @param templates by launch template id, the numbers of the versions that can go
 * @param images that nothing uses, and that are still kept
 * @param missed images that are used, and that are no longer kept
 */
public record Unused(
        String stack, Map<String, List<Long>> templates, List<StoredImage> images, List<StoredImage> missed) {
    /** Copies maps and lists. */
    public Unused {
        templates = new TreeMap<>(templates);
        images = List.copyOf(images);
        missed = List.copyOf(missed);
    }

    /** Whether there is nothing to do. */
    public boolean none() {
        return templates.isEmpty() && images.isEmpty() && missed.isEmpty();
    }

    /** A line for each, for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        templates.forEach((id, numbers) -> lines.add("launch template " + id + ": "
                + (numbers.size() == 1 ? "version " : numbers.size() + " versions, ")
                + (numbers.size() == 1 ? numbers.get(0) : numbers.get(0) + " to " + numbers.get(numbers.size() - 1))
                + " nothing uses"));
        images.forEach(image -> lines.add("image " + image.id() + " of " + image.version() + ": nothing uses it"));
        missed.forEach(image ->
                lines.add("image " + image.id() + " of " + image.version() + ": in use, and not kept from deletion"));
        return lines;
    }
}
