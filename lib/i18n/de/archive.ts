// English until the German words of this noun are written.
export { archive } from "@/lib/i18n/en/archive";
