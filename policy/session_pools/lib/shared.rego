# Written from policy/schema.json and policy/constants.json: npm run policies:docs

package session_pools.lib

# What a data file may look like, and the defaults.
schema := json.unmarshal(`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "The data file of the session pool policies",
  "type": "object",
  "required": [
    "session_pools"
  ],
  "properties": {
    "session_pools": {
      "type": "object",
      "required": [
        "parameters"
      ],
      "additionalProperties": false,
      "properties": {
        "parameters": {
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "requiredTags": {
              "description": "Tags that every pool must have.",
              "type": "array",
              "items": {
                "type": "string",
                "minLength": 1
              },
              "default": []
            },
            "allowedLocations": {
              "description": "Regions in which pools may be: westeurope or West Europe. An empty list allows all.",
              "type": "array",
              "items": {
                "type": "string",
                "minLength": 1
              },
              "default": []
            },
            "maxCooldownPeriodInSeconds": {
              "description": "The longest time that an idle session may live, in seconds.",
              "type": "integer",
              "minimum": 1,
              "maximum": 2147483647,
              "default": 900
            },
            "maxConcurrentSessions": {
              "description": "The most sessions that a pool may have at the same time.",
              "type": "integer",
              "minimum": 1,
              "maximum": 2147483647,
              "default": 600
            },
            "levels": {
              "description": "Levels of rules, by ID.",
              "type": "object",
              "additionalProperties": {
                "type": "string",
                "enum": [
                  "critical",
                  "error",
                  "warning",
                  "off"
                ]
              },
              "default": {}
            },
            "additionalRuleIds": {
              "description": "IDs of your own rules, so that every engine accepts them in levels and acknowledgements.",
              "type": "array",
              "items": {
                "type": "string",
                "minLength": 1
              },
              "default": []
            },
            "requireExpiry": {
              "description": "Whether every acknowledgement must have a last day.",
              "type": "boolean",
              "default": false
            },
            "allowNothingToJudge": {
              "description": "Whether a configuration or a plan may have neither session pools nor environments nor role assignments.",
              "type": "boolean",
              "default": false
            },
            "allowUnknownAfterApply": {
              "description": "Whether a plan may leave values that rules judge unknown until it is applied.",
              "type": "boolean",
              "default": false
            }
          }
        },
        "acknowledgements": {
          "description": "The violations that are accepted.",
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "id",
              "reason"
            ],
            "additionalProperties": false,
            "properties": {
              "id": {
                "description": "The ID of the rule.",
                "type": "string",
                "minLength": 1
              },
              "reason": {
                "description": "Why it is accepted.",
                "type": "string",
                "minLength": 1
              },
              "path": {
                "description": "The path of a construct, which covers everything in it, or an address in Terraform.",
                "type": "string",
                "minLength": 1
              },
              "expires": {
                "description": "The last day on which it is accepted, in UTC.",
                "type": "string",
                "format": "date"
              }
            }
          }
        },
        "exceptions": {
          "description": "The former name of acknowledgements.",
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "ruleId",
              "reason",
              "expires"
            ],
            "additionalProperties": false,
            "properties": {
              "ruleId": {
                "description": "The ID of the rule.",
                "type": "string",
                "minLength": 1
              },
              "reason": {
                "description": "Why it is accepted.",
                "type": "string",
                "minLength": 1
              },
              "path": {
                "description": "The path of a construct, which covers everything in it, or an address in Terraform.",
                "type": "string",
                "minLength": 1
              },
              "expires": {
                "description": "The last day on which it is accepted, in UTC.",
                "type": "string",
                "format": "date"
              }
            }
          }
        }
      }
    }
  }
}`)

# What is the same in all engines.
constants := json.unmarshal(`{
  "kinds": {
    "microsoft.app/sessionpools": "session-pool",
    "microsoft.app/managedenvironments": "environment",
    "microsoft.authorization/roleassignments": "role-assignment",
    "microsoft.authorization/roleassignmentschedulerequests": "role-assignment",
    "microsoft.authorization/roleeligibilityschedulerequests": "role-assignment",
    "azurerm_container_app_environment": "environment",
    "azurerm_role_assignment": "role-assignment",
    "azurerm_pim_active_role_assignment": "role-assignment",
    "azurerm_pim_eligible_role_assignment": "role-assignment"
  },
  "deployments": [
    "microsoft.resources/deployments",
    "microsoft.resources/deploymentstacks",
    "azurerm_management_group_template_deployment",
    "azurerm_resource_group_template_deployment",
    "azurerm_subscription_template_deployment",
    "azurerm_tenant_template_deployment"
  ],
  "bodyNames": [
    "apiVersion",
    "args",
    "command",
    "containerType",
    "containers",
    "cooldownPeriodInSeconds",
    "customContainerTemplate",
    "dynamicPoolConfiguration",
    "env",
    "environmentId",
    "existing",
    "identity",
    "image",
    "internal",
    "isMcpServerApiKeyDisabled",
    "isMcpServerEnabled",
    "lifecycle",
    "lifecycleConfiguration",
    "lifecycleType",
    "location",
    "managedIdentitySettings",
    "maxConcurrentSessions",
    "mcpServerSettings",
    "name",
    "passwordSecretRef",
    "poolManagementType",
    "properties",
    "readySessionInstances",
    "registryCredentials",
    "requestType",
    "resources",
    "roleDefinitionId",
    "scaleConfiguration",
    "scope",
    "secretRef",
    "secrets",
    "server",
    "sessionNetworkConfiguration",
    "status",
    "tags",
    "template",
    "type",
    "username",
    "value",
    "vnetConfiguration"
  ],
  "broadRoles": {
    "8e3af657-a8ff-443c-a75c-2fe8c4bcb635": "Owner",
    "b24988ac-6180-42a0-ab88-20f7382dd24c": "Contributor",
    "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9": "User Access Administrator",
    "f58310d9-a9f6-439a-9e8d-f62e7b41a168": "Role Based Access Control Administrator"
  },
  "poolRoles": {
    "0fb8eba5-a2bb-4abe-b1c1-49dfad359bb0": "Azure ContainerApps Session Executor",
    "f7669afb-68b2-44b4-9c5f-6d2a47fddda0": "Container Apps SessionPools Contributor",
    "af61e8fc-2633-4b95-bed3-421ad6826515": "Container Apps SessionPools Reader"
  },
  "secretName": "(password|passwd|secret|token|api[_-]?key|access[_-]?key|account[_-]?key|private[_-]?key|connection[_-]?string|credentials?)$",
  "secretValue": [
    "(AccountKey|SharedAccessKey|Password|Pwd)=[^;]+",
    "-----BEGIN [A-Z ]*PRIVATE KEY-----",
    "^eyJ[A-Za-z0-9_-]+\\.eyJ[A-Za-z0-9_-]+\\.",
    "^(sk-|ghp_|github_pat_|glpat-|xox[abprs]-)[A-Za-z0-9_-]{16,}",
    "^AKIA[0-9A-Z]{16}$",
    "[a-z]://[^/:@ ]+:[^/:@ ]+@",
    "[?&]sig=[A-Za-z0-9%+/]{16,}"
  ],
  "blanks": "\u0000- \u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0",
  "misspelt": [
    "acknowledge",
    "acknowledged",
    "acknowledgement",
    "acknowledges",
    "acknowledgment",
    "acknowledgments",
    "acknowlegements",
    "aknowledgements",
    "exception",
    "exceptons",
    "execptions",
    "exemptions",
    "paramaters",
    "parameter",
    "params",
    "paramters"
  ],
  "stored": [
    "body",
    "identity",
    "location",
    "name",
    "parent_id",
    "tags"
  ]
}`)

# What stands beside the parameters although it belongs into them, or has another name.
beside["acknowledge"] := data.session_pools.acknowledge

beside["acknowledged"] := data.session_pools.acknowledged

beside["acknowledgement"] := data.session_pools.acknowledgement

beside["acknowledges"] := data.session_pools.acknowledges

beside["acknowledgment"] := data.session_pools.acknowledgment

beside["acknowledgments"] := data.session_pools.acknowledgments

beside["acknowlegements"] := data.session_pools.acknowlegements

beside["additionalRuleIds"] := data.session_pools.additionalRuleIds

beside["aknowledgements"] := data.session_pools.aknowledgements

beside["allowNothingToJudge"] := data.session_pools.allowNothingToJudge

beside["allowUnknownAfterApply"] := data.session_pools.allowUnknownAfterApply

beside["allowedLocations"] := data.session_pools.allowedLocations

beside["exception"] := data.session_pools.exception

beside["exceptons"] := data.session_pools.exceptons

beside["execptions"] := data.session_pools.execptions

beside["exemptions"] := data.session_pools.exemptions

beside["levels"] := data.session_pools.levels

beside["maxConcurrentSessions"] := data.session_pools.maxConcurrentSessions

beside["maxCooldownPeriodInSeconds"] := data.session_pools.maxCooldownPeriodInSeconds

beside["paramaters"] := data.session_pools.paramaters

beside["parameter"] := data.session_pools.parameter

beside["params"] := data.session_pools.params

beside["paramters"] := data.session_pools.paramters

beside["requireExpiry"] := data.session_pools.requireExpiry

beside["requiredTags"] := data.session_pools.requiredTags
