# Written by hand in HCL, where a plan tells what an expression refers to, and not what it looks like.
terraform {
  required_providers {
    azapi = {
      source  = "Azure/azapi"
      version = "~> 2.12"
    }
  }
}

provider "azapi" {
  subscription_id = "00000000-0000-0000-0000-000000000000"
  tenant_id       = "00000000-0000-0000-0000-000000000000"
  client_id       = "00000000-0000-0000-0000-000000000000"
  client_secret   = "none"
  use_cli         = false
}

variable "status" {
  default = "EgressEnabled"
}

module "team" {
  source = "./team"
  count  = 1
  status = var.status
}

resource "azapi_resource" "group" {
  type      = "Microsoft.Resources/resourceGroups@2024-03-01"
  name      = "rg"
  location  = "westus2"
  parent_id = "/subscriptions/00000000-0000-0000-0000-000000000000"
}

# The executor of every pool in the group.
resource "azapi_resource" "broad" {
  type      = "Microsoft.Authorization/roleAssignments@2022-04-01"
  name      = "22222222-2222-2222-2222-222222222222"
  parent_id = azapi_resource.group.id
  body = {
    properties = {
      principalId      = "11111111-1111-1111-1111-111111111111"
      roleDefinitionId = "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Authorization/roleDefinitions/0fb8eba5-a2bb-4abe-b1c1-49dfad359bb0"
    }
  }
}
