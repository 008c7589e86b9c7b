package io.teal.cli;

import io.teal.release.InvalidValueException;
import io.teal.release.Strategy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a strategy from the command line. */
final class StrategyConverter implements ITypeConverter<Strategy> {
    @Override
    public Strategy convert(String text) {
        try {
            return Strategy.parse(text);
        } catch (InvalidValueException malformed) {
            throw new TypeConversionException(malformed.getMessage());
        }
    }
}
