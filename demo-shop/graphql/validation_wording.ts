// Shopify's words and codes for each rule of GraphQL validation. Its server is graphql-ruby, whose messages these follow.

import { Kind, print, type ArgumentNode, type ASTNode, type FieldNode, type GraphQLError, type GraphQLSchema } from 'graphql';
import type { Place } from './validation_path.ts';

interface Said {
  message: string;
  extensions: Record<string, unknown>;
}
type Wording = (error: GraphQLError, place: Place, schema: GraphQLSchema) => Said;

const quoted = (error: GraphQLError): string[] => [...error.message.matchAll(/"([^"]*)"/g)].map((found) => found[1]!);
const operation = (place: Place): string => {
  const found = place.parents.concat(place.node ?? []).find((node) => node.kind === Kind.OPERATION_DEFINITION);
  return found?.kind === Kind.OPERATION_DEFINITION && found.name ? found.name.value : 'anonymous query';
};
const nearest = (place: Place, kind: Kind): ASTNode | undefined => place.parents.findLast((node) => node.kind === kind);
const bare = (type: string): string => type.replace(/[![\]]/g, '');

export const wording: Record<string, Wording> = {
  FieldsOnCorrectTypeRule(error) {
    const [fieldName, typeName] = quoted(error);
    return {
      message: `Field '${fieldName}' doesn't exist on type '${typeName}'`,
      extensions: { code: 'undefinedField', typeName, fieldName },
    };
  },
  ScalarLeafsRule(error, place) {
    const [name, type] = quoted(error) as [string, string];
    // A selection too many is reported at its braces, a missing one at the field.
    const message =
      place.node?.kind === Kind.SELECTION_SET
        ? `Selections can't be made on scalars (field '${name}' returns ${bare(type)} but has selections [${place.node.selections.map((one) => JSON.stringify(one.kind === Kind.FIELD ? one.name.value : '...')).join(', ')}])`
        : `Field must have selections (field '${name}' returns ${bare(type)} but has no selections. Did you mean '${name} { ... }'?)`;
    return { message, extensions: { code: 'selectionMismatch', nodeName: `field '${name}'`, typeName: bare(type) } };
  },
  KnownArgumentNamesRule(error) {
    const [argumentName, owner] = quoted(error) as [string, string];
    const isDirective = owner.startsWith('@');
    const name = isDirective ? owner.slice(1) : owner.split('.').pop();
    const typeName = isDirective ? 'Directive' : 'Field';
    return {
      message: `${typeName} '${name}' doesn't accept argument '${argumentName}'`,
      extensions: { code: 'argumentNotAccepted', name, typeName, argumentName },
    };
  },
  ProvidedRequiredArgumentsRule(error) {
    const isDirective = error.message.startsWith('Directive');
    const [name, argument] = quoted(error) as [string, string];
    const className = isDirective ? 'Directive' : 'Field';
    const plain = name.replace('@', '');
    return {
      message: `${className} '${plain}' is missing required arguments: ${argument}`,
      extensions: { code: 'missingRequiredArguments', className, name: plain, arguments: argument },
    };
  },
  ValuesOfCorrectTypeRule(error, place, schema) {
    const unknownField = /^Field "([^"]+)" is not defined by type "([^"]+)"/.exec(error.message);
    if (unknownField) {
      const [, argumentName, name] = unknownField;
      return {
        message: `InputObject '${name}' doesn't accept argument '${argumentName}'`,
        extensions: { code: 'argumentNotAccepted', name, typeName: 'InputObject', argumentName },
      };
    }
    const missing = /^Field "([^".]+)\.([^"]+)" of required type "([^"]+)" was not provided/.exec(error.message);
    if (missing) {
      const [, inputObjectType, argumentName, argumentType] = missing;
      return {
        message: `Argument '${argumentName}' on InputObject '${inputObjectType}' is required. Expected type ${argumentType}`,
        extensions: { code: 'missingRequiredInputObjectAttribute', argumentName, argumentType, inputObjectType },
      };
    }
    const field = nearest(place, Kind.FIELD) as FieldNode | undefined;
    const argument = nearest(place, Kind.ARGUMENT) as ArgumentNode | undefined;
    const type = expectedType(error) ?? declaredType(schema, field, argument);
    return {
      message: `Argument '${argument?.name.value}' on Field '${field?.name.value}' has an invalid value (${place.node ? print(place.node) : ''}). Expected type '${type}'.`,
      extensions: { code: 'argumentLiteralsIncompatible', typeName: 'Field', argumentName: argument?.name.value },
    };
  },
  VariablesInAllowedPositionRule(error, place) {
    const [variable, has, wants] = quoted(error) as [string, string, string];
    const argument = nearest(place, Kind.ARGUMENT) as ArgumentNode | undefined;
    const reason =
      bare(has) !== bare(wants)
        ? 'Type mismatch'
        : has.startsWith('[') !== wants.startsWith('[')
          ? 'List dimension mismatch'
          : 'Nullability mismatch';
    const argumentName = argument?.name.value;
    return {
      message: `${reason} on variable ${variable} and argument ${argumentName} (${has} / ${wants})`,
      extensions: { code: 'variableMismatch', variableName: variable.slice(1), typeName: has, argumentName, errorMessage: reason },
    };
  },
  NoUndefinedVariablesRule(error, place) {
    const [variable] = quoted(error) as [string];
    return {
      message: `Variable ${variable} is used by ${operation(place)} but not declared`,
      extensions: { code: 'variableNotDefined', variableName: variable.slice(1) },
    };
  },
  NoUnusedVariablesRule(error, place) {
    const [variable] = quoted(error) as [string];
    return {
      message: `Variable ${variable} is declared by ${operation(place)} but not used`,
      extensions: { code: 'variableNotUsed', variableName: variable.slice(1) },
    };
  },
  KnownTypeNamesRule(error, place) {
    const [typeName] = quoted(error);
    const definition = nearest(place, Kind.VARIABLE_DEFINITION);
    if (definition?.kind === Kind.VARIABLE_DEFINITION) {
      const variableName = definition.variable.name.value;
      return {
        message: `${typeName} isn't a defined input type (on $${variableName})`,
        extensions: { code: 'variableRequiresValidType', typeName, variableName },
      };
    }
    return { message: `No such type ${typeName}, so it can't be a fragment condition`, extensions: { code: 'undefinedType', typeName } };
  },
  VariablesAreInputTypesRule(error) {
    const [variable, type] = quoted(error) as [string, string];
    return {
      message: `${bare(type)} isn't a valid input type (on ${variable})`,
      extensions: { code: 'variableRequiresValidType', typeName: bare(type), variableName: variable.slice(1) },
    };
  },
  FragmentsOnCompositeTypesRule(error) {
    const typeName = quoted(error).pop();
    return {
      message: `Invalid fragment on type ${typeName} (must be Union, Interface or Object)`,
      extensions: { code: 'fragmentOnNonCompositeType', typeName },
    };
  },
  KnownFragmentNamesRule(error) {
    const [fragmentName] = quoted(error);
    return { message: `Fragment ${fragmentName} was used, but not defined`, extensions: { code: 'useAndDefineFragment', fragmentName } };
  },
  NoUnusedFragmentsRule(error) {
    const [fragmentName] = quoted(error);
    return { message: `Fragment ${fragmentName} was defined, but not used`, extensions: { code: 'useAndDefineFragment', fragmentName } };
  },
  NoFragmentCyclesRule(error) {
    const [fragmentName] = quoted(error);
    return { message: `Fragment ${fragmentName} contains an infinite loop`, extensions: { code: 'infiniteLoop', fragmentName } };
  },
  PossibleFragmentSpreadsRule(error, place) {
    const names = quoted(error);
    const [parentName, typeName] = names.slice(-2);
    const fragmentName = place.node?.kind === Kind.FRAGMENT_SPREAD ? place.node.name.value : 'unknown';
    const what = fragmentName === 'unknown' ? `Fragment on ${typeName}` : `Fragment ${fragmentName} on ${typeName}`;
    return {
      message: `${what} can't be spread inside ${parentName}`,
      extensions: { code: 'cannotSpreadFragment', typeName, fragmentName, parentName },
    };
  },
  KnownDirectivesRule(error) {
    const [directive] = quoted(error) as [string];
    const directiveName = directive.slice(1);
    return error.message.startsWith('Unknown')
      ? { message: `Directive @${directiveName} is not defined`, extensions: { code: 'undefinedDirective', directiveName } }
      : {
          message: `'@${directiveName}' can't be applied here`,
          extensions: { code: 'directiveCannotBeApplied', targetName: directiveName, name: directiveName },
        };
  },
  UniqueDirectivesPerLocationRule(error) {
    const [directive] = quoted(error) as [string];
    return {
      message: `The directive "${directive.slice(1)}" can only be used once at this location.`,
      extensions: { code: 'directiveNotUniqueForLocation', directiveName: directive.slice(1) },
    };
  },
  UniqueOperationNamesRule(error) {
    const [operationName] = quoted(error);
    return { message: `Operation name "${operationName}" must be unique`, extensions: { code: 'uniquelyNamedOperations', operationName } };
  },
  LoneAnonymousOperationRule() {
    return { message: 'Operation name is required when multiple operations are present', extensions: { code: 'uniquelyNamedOperations' } };
  },
  UniqueVariableNamesRule(error) {
    const [variable] = quoted(error) as [string];
    return {
      message: `There can only be one variable named "${variable.replace('$', '')}"`,
      extensions: { code: 'variableNotUnique', variableName: variable.replace('$', '') },
    };
  },
  UniqueArgumentNamesRule(error) {
    const [name] = quoted(error);
    return { message: `There can be only one argument named "${name}"`, extensions: { code: 'argumentNotUnique', name } };
  },
  OverlappingFieldsCanBeMergedRule(error) {
    const [fieldName] = quoted(error);
    return { message: `Field '${fieldName}' has a field conflict: ${error.message}`, extensions: { code: 'fieldConflict', fieldName } };
  },
};

function expectedType(error: GraphQLError): string | null {
  return (
    /^Expected value of type "([^"]+)"/.exec(error.message)?.[1] ??
    /^(\w+) cannot represent/.exec(error.message)?.[1] ??
    /does not exist in "([^"]+)" enum/.exec(error.message)?.[1] ??
    /^Enum "([^"]+)" cannot represent/.exec(error.message)?.[1] ??
    null
  );
}

function declaredType(schema: GraphQLSchema, field: FieldNode | undefined, argument: ArgumentNode | undefined): string {
  const declared = schema
    .getQueryType()
    ?.getFields()
    [field?.name.value ?? '']?.args.find((one) => one.name === argument?.name.value);
  return declared ? String(declared.type) : 'unknown';
}
