package io.teal.rehearsal.aws.cloudformation;

import java.util.Map;

/**
 * One of Teal's custom resources.
 *
 * @param id its logical id
 * @param type its type
 * @param properties its properties: texts, lists and maps
 */
public record CustomResourceModel(String id, String type, Map<String, Object> properties) {
    /** Copies the map. */
    public CustomResourceModel {
        properties = Map.copyOf(properties);
    }
}
