package io.teal.constructs.internal.common;

import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;
import software.constructs.IConstruct;

/**
 * What a construct has answered once and never answers otherwise: each question is a message to Node.js and one back,
 * and a third of a synthesis was the same questions again.
 *
 * @param <V> the answer; it must not refer to the construct
 */
public final class Remembered<V> {
    private final Map<IConstruct, V> answers = new WeakHashMap<>();
    private final Function<IConstruct, V> question;

    /** Answers to {@code question}. */
    public Remembered(Function<IConstruct, V> question) {
        this.question = question;
    }

    /** The answer of {@code construct}. */
    public synchronized V of(IConstruct construct) {
        V known = answers.get(construct);
        if (known == null) {
            known = question.apply(construct);
            answers.put(construct, known);
        }
        return known;
    }
}
