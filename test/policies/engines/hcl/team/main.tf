terraform {
  required_providers {
    azapi = {
      source = "Azure/azapi"
    }
  }
}

variable "status" {}

resource "azapi_resource" "identity" {
  type      = "Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31"
  name      = "later"
  location  = "westus2"
  parent_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg"
}

resource "azapi_resource" "pool" {
  for_each              = toset(["a", "b.c"])
  type                  = "Microsoft.App/sessionPools@2026-01-01"
  name                  = "pool"
  location              = "westus2"
  parent_id             = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg"
  tags                  = { owner = azapi_resource.identity.id, costCenter = "42" }
  replace_triggers_refs = ["properties.containerType", "properties.environmentId"]
  body = {
    properties = {
      containerType               = "CustomContainer"
      scaleConfiguration          = { maxConcurrentSessions = 10, readySessionInstances = 1 }
      sessionNetworkConfiguration = { status = var.status }
      managedIdentitySettings     = [{ identity = azapi_resource.identity.id, lifecycle = "None" }]
      customContainerTemplate = {
        containers = [{ name = "app", image = "${azapi_resource.identity.name}/app:${azapi_resource.identity.id}" }]
      }
    }
  }
}

# The executor of the pool, and of nothing else.
resource "azapi_resource" "narrow" {
  type      = "Microsoft.Authorization/roleAssignments@2022-04-01"
  name      = "33333333-3333-3333-3333-333333333333"
  parent_id = azapi_resource.pool["b.c"].id
  body = {
    properties = {
      principalId      = "11111111-1111-1111-1111-111111111111"
      roleDefinitionId = "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Authorization/roleDefinitions/0fb8eba5-a2bb-4abe-b1c1-49dfad359bb0"
    }
  }
}
